import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { organiseHandlers } from '../handlers/organise-routes.ts';
import { mailing } from '../service.ts';

/** Lets organisers see and import members and look after letters that did not arrive. */
export const handler = httpFunction({
  service: mailing,
  lambda: 'organise',
  handlers: organiseHandlers,
  dependencies: organiseDependencies,
});
