import { sweepFunction } from '@convener/events';
import { sweepDependencies } from '../dependencies.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';
import { deleteMemories } from '../use-cases/delete-memories.ts';
import { forgetSuppliers } from '../use-cases/forget-suppliers.ts';
import { freezeFigures } from '../use-cases/freeze-figures.ts';

/** Makes the figures of events, deletes answers after them, writes a receipt, moves expiries, and forgets what is over. */
export const handler = sweepFunction({
  // What is to be counted is counted before it goes.
  sweeps: {
    'freeze-figures': freezeFigures,
    'delete-in-time': deleteInTime,
    'delete-memories': deleteMemories,
    suppliers: forgetSuppliers,
  },
  dependencies: sweepDependencies,
});
