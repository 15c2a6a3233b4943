import { errorFacts, log } from '@convener/observability';
import type { Handler } from './request.ts';
import { routeKey } from './routing.ts';

/**
 * Where something that the handler needs does not answer, `instead` answers: for a form, with what was entered. What failed is logged like
 * every failure of a request.
 */
export function whenItFails<Dependencies>(handler: Handler<Dependencies>, instead: Handler<Dependencies>): Handler<Dependencies> {
  return async (request, dependencies) => {
    try {
      return await handler(request, dependencies);
    } catch (error) {
      log('error', 'request.failed', { route: routeKey(request.route), ...errorFacts(error) });
      return instead(request, dependencies);
    }
  };
}
