import { httpFunction } from '@convener/http';
import { enterDependencies } from '../dependencies.ts';
import { correctOne, showCorrect } from '../handlers/correct-handlers.ts';
import { enterOne, showEnter } from '../handlers/enter-handlers.ts';
import { saveParticipantList, showParticipantList } from '../handlers/participant-list-handlers.ts';
import { registration } from '../service.ts';

/** Lets organisers register somebody, correct what is held of them, and set who sees who else comes. */
export const handler = httpFunction({
  service: registration,
  lambda: 'enter',
  handlers: { showEnter, enterOne, showCorrect, correctOne, showParticipantList, saveParticipantList },
  dependencies: enterDependencies,
});
