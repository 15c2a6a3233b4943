import { sweepFunction } from '@convener/events';
import { sweepDependencies } from '../dependencies.ts';
import { forgetUnconfirmed } from '../use-cases/forget-unconfirmed.ts';
import { tendEvents } from '../use-cases/tend-events.ts';

/** Sends what is due around events, tells of changes that have settled, and deletes requests to join that nobody confirmed. */
export const handler = sweepFunction({
  sweeps: { 'events to tend': tendEvents, 'unconfirmed members': forgetUnconfirmed },
  dependencies: sweepDependencies,
});
