import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { cancelOne, exportList, list, resendOne, search, showOne } from '../handlers/organise-handlers.ts';
import { registration } from '../service.ts';

/** Shows organisers who comes, exports the list, cancels a registration and sends a link again. */
export const handler = httpFunction({
  service: registration,
  lambda: 'organise',
  handlers: { list, search, exportList, showOne, cancelOne, resendOne },
  dependencies: organiseDependencies,
});
