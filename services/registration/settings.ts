import * as z from 'zod/mini';
import type { Settings } from './use-cases/ports.ts';

const schema = z.object({
  REGISTRATION_PENDING_HOURS: z._default(z.coerce.number().check(z.positive()), 24),
  REGISTRATION_JOINING_HOURS: z._default(z.coerce.number().check(z.positive()), 24),
});

/** Read once; throws where a value is no number of hours. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const value = schema.parse(environment);
  return { pendingHours: value.REGISTRATION_PENDING_HOURS, joiningHours: value.REGISTRATION_JOINING_HOURS };
}
