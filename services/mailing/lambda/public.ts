import { httpFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import { publicHandlers } from '../handlers/public-routes.ts';
import { mailing } from '../service.ts';

/** Lets anybody join the network, choose what they receive, and leave. */
export const handler = httpFunction({
  service: mailing,
  lambda: 'public',
  handlers: publicHandlers,
  dependencies: publicDependencies,
});
