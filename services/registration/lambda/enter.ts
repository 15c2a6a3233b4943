import { httpFunction } from '@convener/http';
import { enterDependencies } from '../dependencies.ts';
import { correctOne, showCorrect } from '../handlers/correct-handlers.ts';
import { enterOne, showEnter } from '../handlers/enter-handlers.ts';
import { registration } from '../service.ts';

/** Lets organisers register somebody, and correct what is held of them. */
export const handler = httpFunction({
  service: registration,
  lambda: 'enter',
  handlers: { showEnter, enterOne, showCorrect, correctOne },
  dependencies: enterDependencies,
});
