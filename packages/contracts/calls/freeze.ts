import * as z from 'zod/mini';

/** Reflections' `freeze` call: is every reflection of an event themed or set aside? The version names the state that publishing stands on. */
export const freezeRequest = z.object({ eventId: z.string() });
export type FreezeRequest = z.infer<typeof freezeRequest>;

export const freezeAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('complete'),
    version: z.string(),
    themes: z.array(
      z.object({
        themeId: z.string(),
        label: z.string(),
        prose: z.string(),
        position: z.number(),
        spread: z.object({ rooms: z.number(), of: z.number() }),
      }),
    ),
  }),
  z.object({ kind: z.literal('open'), unthemed: z.number() }),
]);
export type FreezeAnswer = z.infer<typeof freezeAnswer>;
