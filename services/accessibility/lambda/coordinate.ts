import { httpFunction } from '@convener/http';
import { coordinateDependencies } from '../dependencies.ts';
import { listNeeds, showWhatNeedsYou, showYears } from '../handlers/coordinate-handlers.ts';
import { exportCosts } from '../handlers/costs-export.ts';
import { accessibility } from '../service.ts';

/** Shows access coordinators what would help people take part, after noting who looks, and the others what concerns everybody. */
export const handler = httpFunction({
  service: accessibility,
  lambda: 'coordinate',
  handlers: { exportCosts, listNeeds, showWhatNeedsYou, showYears },
  dependencies: coordinateDependencies,
});
