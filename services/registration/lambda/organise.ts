import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { answerFor } from '../handlers/answer-for-handlers.ts';
import { correctOne, showCancelOne, showCorrect } from '../handlers/correct-handlers.ts';
import { enterOne, showEnter } from '../handlers/enter-handlers.ts';
import { cancelOne, exportList, list, resendOne, search, showOne } from '../handlers/organise-handlers.ts';
import { registration } from '../service.ts';

/** Shows organisers who comes, registers somebody, corrects, cancels, exports and sends a link again. */
export const handler = httpFunction({
  service: registration,
  lambda: 'organise',
  handlers: {
    list,
    search,
    exportList,
    showOne,
    cancelOne,
    resendOne,
    showEnter,
    enterOne,
    showCorrect,
    correctOne,
    showCancelOne,
    answerFor,
  },
  dependencies: organiseDependencies,
});
