import * as z from 'zod/mini';

/** The `subject` call: every service exports or erases what it holds of one person; the id is a registration or a member. */
export const subjectRequest = z.object({
  kind: z.enum(['export', 'erase']),
  subjectId: z.string(),
});
export type SubjectRequest = z.infer<typeof subjectRequest>;

export const subjectAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exported'), service: z.string(), held: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('erased'), service: z.string(), items: z.number() }),
]);
export type SubjectAnswer = z.infer<typeof subjectAnswer>;
