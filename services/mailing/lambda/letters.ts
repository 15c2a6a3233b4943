import { httpFunction } from '@convener/http';
import { lettersDependencies } from '../dependencies.ts';
import { letterHandlers } from '../handlers/letter-routes.ts';
import { mailing } from '../service.ts';

/** Lets organisers send mailings, and choose when the letters around an event go and what they say. */
export const handler = httpFunction({
  service: mailing,
  lambda: 'letters',
  handlers: letterHandlers,
  dependencies: lettersDependencies,
});
