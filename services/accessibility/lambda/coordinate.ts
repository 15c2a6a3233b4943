import { httpFunction } from '@convener/http';
import { coordinateDependencies } from '../dependencies.ts';
import { listNeeds, showWhatNeedsYou, showYears } from '../handlers/coordinate-handlers.ts';
import { accessibility } from '../service.ts';

/** Shows access coordinators what would help people take part, after noting who looks, and the others what concerns everybody. */
export const handler = httpFunction({
  service: accessibility,
  lambda: 'coordinate',
  handlers: { listNeeds, showWhatNeedsYou, showYears },
  dependencies: coordinateDependencies,
});
