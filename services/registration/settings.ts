import { joiningHours } from '@convener/contracts';
import { keptDays, keptForReportDays } from './domain/kept-days.ts';
import type { Retention } from './domain/retention.ts';
import type { Settings } from './use-cases/ports.ts';

/**
 * The same for every network: people are promised these where they register, on their own page and in the privacy notice, so nothing that
 * is set from outside may differ from what they read.
 */
export const settings: Settings = { pendingHours: 24, joiningHours };

/** Days after an event for which its people are held. */
export const retention: Retention = { days: keptDays, forReportDays: keptForReportDays };
