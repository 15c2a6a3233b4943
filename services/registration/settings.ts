import * as z from 'zod/mini';
import { keptDays, keptForReportDays, type Retention } from './domain/retention.ts';
import type { Settings } from './use-cases/ports.ts';

const schema = z.object({
  REGISTRATION_PENDING_HOURS: z._default(z.coerce.number().check(z.positive()), 24),
  REGISTRATION_JOINING_HOURS: z._default(z.coerce.number().check(z.positive()), 24),
});

const retentionSchema = z.object({
  REGISTRATION_KEPT_DAYS: z._default(z.coerce.number().check(z.positive()), keptDays),
  REGISTRATION_KEPT_FOR_REPORT_DAYS: z._default(z.coerce.number().check(z.positive()), keptForReportDays),
});

/** Days after an event for which its people are held. */
export function readRetention(environment: Readonly<Record<string, string | undefined>>): Retention {
  const value = retentionSchema.parse(environment);
  return { days: value.REGISTRATION_KEPT_DAYS, forReportDays: value.REGISTRATION_KEPT_FOR_REPORT_DAYS };
}

/** Read once; throws where a value is no number of hours. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const value = schema.parse(environment);
  return { pendingHours: value.REGISTRATION_PENDING_HOURS, joiningHours: value.REGISTRATION_JOINING_HOURS };
}
