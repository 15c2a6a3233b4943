import * as z from 'zod/mini';

/**
 * Mailing's `may-write` call, for the one service that renders and sends a letter of its own because mailing must not hold what it says.
 * `may-write`: may I send to this id now, and to which address? A `yes` is one letter's share of the account's rate, good for some seconds.
 * `queue-neutral`: mailing writes "About your place" itself, the letter that organisers send for other reasons too, so that having it says
 * nothing. The same `key` is the same letter, however often it is asked for. Both kinds take the same steps, whether or not there is anybody.
 */
export const mayWriteRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('may-write'), recipientId: z.string() }),
  z.object({ kind: z.literal('queue-neutral'), registrationId: z.string(), eventId: z.string(), key: z.string() }),
]);
export type MayWriteRequest = z.infer<typeof mayWriteRequest>;

export const mayWriteAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yes'), name: z.string(), address: z.string(), format: z.enum(['html', 'text']) }),
  /** `unknown`: erased, or never there. `suppressed`: letters to the address came back, or its owner complained. */
  z.object({ kind: z.literal('no'), because: z.enum(['unknown', 'suppressed']) }),
  /** Others are writing just now; ask again after so many seconds. */
  z.object({ kind: z.literal('later'), seconds: z.number() }),
  z.object({ kind: z.literal('queued') }),
]);
export type MayWriteAnswer = z.infer<typeof mayWriteAnswer>;
