import { sweepFunction } from '@convener/events';
import { sweepDependencies } from '../dependencies.ts';
import { expireUnconfirmed } from '../use-cases/leave.ts';
import { tendEvents } from '../use-cases/tend-events.ts';

/** Lets unconfirmed registrations expire, moves the line, opens joining on time and winds up events that were called off. */
export const handler = sweepFunction({
  sweeps: { 'expire-unconfirmed': expireUnconfirmed, 'tend-events': tendEvents },
  dependencies: sweepDependencies,
});
