import { httpFunction } from '@convener/http';
import { dataDependencies } from '../dependencies.ts';
import { downloadEverything } from '../handlers/data-handlers.ts';
import { accessibility } from '../service.ts';

/** Puts together everything that is held of one attendee, for them to take away. */
export const handler = httpFunction({
  service: accessibility,
  lambda: 'data',
  handlers: { downloadEverything },
  dependencies: dataDependencies,
});
