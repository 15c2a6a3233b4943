import type { Envelope } from '@convener/contracts';
import * as z from 'zod/mini';

/** Envelopes that ride on an item; they were proven when they were made. */
const envelopesSchema = z._default(z.array(z.custom<Envelope>((value) => typeof value === 'object' && value !== null)), []);

export function envelopesOn(value: unknown): readonly Envelope[] {
  return envelopesSchema.parse(value);
}
