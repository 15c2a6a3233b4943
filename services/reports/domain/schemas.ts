import { modes } from '@convener/contracts';
import * as z from 'zod/mini';

/** What comes back from a table or another function as what the domain means by it. */
export const editionSchema = z.object({
  number: z.number(),
  publishedAt: z.string(),
  correction: z.string(),
  themesVersion: z.string(),
  takenDownAt: z.optional(z.string()),
});
export const contextSchema = z.object({ heading: z.string(), prose: z.string() });
export const spreadSchema = z.object({ rooms: z.number(), of: z.number() });

export const contentSchema = z.object({
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  mode: z.enum(modes),
  place: z.string(),
  introduction: z.string(),
  context: contextSchema,
  speakers: z.readonly(
    z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), organisation: z.string(), section: z.string() })),
  ),
  question: z.string(),
  themes: z.readonly(z.array(z.object({ label: z.string(), prose: z.string(), spread: spreadSchema }))),
  ending: z.string(),
  showSpread: z.boolean(),
});
