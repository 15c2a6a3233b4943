import type { Envelope } from '@convener/contracts';
import * as z from 'zod/mini';

/** Envelopes were parsed when they were made, and are carried as they are. */
const envelopesSchema = z._default(z.array(z.custom<Envelope>((value) => typeof value === 'object' && value !== null)), []);

/** What every aggregate's item of this service carries beside its state. */
export const frameSchema = z.object({ version: z.number(), envelopes: envelopesSchema });

export function carriedBy(carried: unknown): readonly Envelope[] {
  return envelopesSchema.parse(carried);
}
