import { sweepFunction } from '@convener/events';
import { sweepDependencies } from '../dependencies.ts';
import { forgetUnconfirmed } from '../use-cases/forget-unconfirmed.ts';

/** Deletes requests to join that nobody confirmed. */
export const handler = sweepFunction({ sweeps: { 'unconfirmed members': forgetUnconfirmed }, dependencies: sweepDependencies });
