import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { answerFor } from '../handlers/answer-for-handlers.ts';
import { cancelOne, exportList, list, resendOne, search, showCancelOne, showOne } from '../handlers/organise-handlers.ts';
import { registration } from '../service.ts';

/** Shows organisers who comes, answers an offer for somebody, cancels, exports and sends a link again. */
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
    showCancelOne,
    answerFor,
  },
  dependencies: organiseDependencies,
});
