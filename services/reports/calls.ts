import { actorSchema } from '@convener/contracts';
import * as z from 'zod/mini';
import { contentSchema, editionSchema } from './domain/schemas.ts';

/** The `press` call: publish what stands there now. The press takes nobody's word for it: it reads the report itself. */
export const pressCall = {
  request: z.object({ eventId: z.string(), correction: z.string(), takeDown: z.boolean(), actor: actorSchema, at: z.string() }),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('published'), slug: z.string(), edition: editionSchema }),
    z.object({ kind: z.literal('unchanged'), slug: z.string(), edition: editionSchema }),
    z.object({ kind: z.literal('open'), unthemed: z.number() }),
    z.object({ kind: z.literal('themes-unavailable') }),
    z.object({ kind: z.literal('correction-needed') }),
    z.object({ kind: z.literal('too-large') }),
    z.object({ kind: z.literal('changed-meanwhile') }),
    z.object({ kind: z.literal('unknown-event') }),
    z.object({ kind: z.literal('no-draft') }),
  ]),
};

const fileSchema = z.object({ key: z.string(), body: z.string(), contentType: z.string(), cacheControl: z.string() });

/** The `typeset` call, by what is asked for. */
export const typesetCalls = {
  edition: {
    request: z.object({
      kind: z.literal('edition'),
      content: contentSchema,
      slug: z.string(),
      editions: z.readonly(z.tuple([editionSchema], editionSchema)),
      later: z.readonly(z.array(editionSchema)),
    }),
    answer: z.object({ files: z.readonly(z.array(fileSchema)) }),
  },
  preview: {
    request: z.object({
      kind: z.literal('preview'),
      content: contentSchema,
      slug: z.string(),
      editions: z.readonly(z.array(editionSchema)),
      stylesheet: z.string(),
    }),
    answer: z.object({ page: z.string(), text: z.string() }),
  },
  style: { request: z.object({ kind: z.literal('style') }), answer: z.object({ css: z.string() }) },
};

export const typesetCall = {
  request: z.discriminatedUnion('kind', [typesetCalls.edition.request, typesetCalls.preview.request, typesetCalls.style.request]),
  answer: z.union([typesetCalls.edition.answer, typesetCalls.preview.answer, typesetCalls.style.answer]),
};
