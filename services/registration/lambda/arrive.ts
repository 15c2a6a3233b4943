import { httpFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import { sayHere, showHere } from '../handlers/here-handlers.ts';
import { registration } from '../service.ts';

/** Lets people at an event say that they are here, by the code that is shown there. */
export const handler = httpFunction({
  service: registration,
  lambda: 'arrive',
  handlers: { showHere, sayHere },
  dependencies: publicDependencies,
});
