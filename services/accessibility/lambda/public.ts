import { httpFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import { changeAccess, showAccess } from '../handlers/access-handlers.ts';
import { accessibility } from '../service.ts';

/** Asks people what would help them take part, and lets them change or take back what they said. */
export const handler = httpFunction({
  service: accessibility,
  lambda: 'public',
  handlers: { showAccess, changeAccess },
  dependencies: publicDependencies,
});
