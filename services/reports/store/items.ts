import { eventFactsSchema } from '@convener/contracts';
import { envelopesSchema, fromItem, type Item } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { ReportContent, Theme } from '../domain/report.ts';
import { contentSchema, contextSchema, editionSchema, spreadSchema } from '../domain/schemas.ts';
import type { ListedReport, LoadedReport } from '../use-cases/ports.ts';

const reportSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  draft: z.object({
    introduction: z.string(),
    context: contextSchema,
    sections: z.record(z.string(), z.string()),
    ending: z.string(),
    showSpread: z.boolean(),
  }),
  revisions: z.record(z.string(), z.number()),
  publication: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('never') }),
    z.object({ kind: z.literal('published'), slug: z.string(), editions: z.tuple([editionSchema], editionSchema) }),
  ]),
  version: z.number(),
  envelopes: envelopesSchema,
});

export function readReport(item: Item): LoadedReport {
  const { version, envelopes, ...report } = reportSchema.parse(fromItem(item));
  return { report, version, carried: envelopes };
}

export function readEdition(item: Item): ReportContent {
  return z.object({ content: contentSchema }).parse(fromItem(item)).content;
}

export function readFacts(item: Item) {
  return z.object({ facts: eventFactsSchema }).parse(fromItem(item)).facts;
}

const themeSchema = z.object({
  themeId: z.string(),
  label: z.string(),
  prose: z.string(),
  position: z.number(),
  spread: spreadSchema,
});

/** Nothing where the theme was removed: its item stays, so that an older word of it changes nothing. */
export function readTheme(item: Item): readonly Theme[] {
  return item.theme?.M ? [z.object({ theme: themeSchema }).parse(fromItem(item)).theme] : [];
}

const listedSchema = z.object({
  slug: z.string(),
  title: z.string(),
  startsAt: z.string(),
  timeZone: z.string(),
  publishedAt: z.string(),
  edition: z.number(),
});

export function readListed(item: Item): ListedReport {
  return listedSchema.parse(fromItem(item));
}
