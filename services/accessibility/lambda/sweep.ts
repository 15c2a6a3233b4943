import { sweepFunction } from '@convener/events';
import { sweepDependencies } from '../dependencies.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';

/** Deletes answers after their event, writes a receipt, and moves their expiry when an event moves. */
export const handler = sweepFunction({ sweeps: { 'delete-in-time': deleteInTime }, dependencies: sweepDependencies });
