import { type Handler, problem } from '@convener/http';
import { ContendedError } from '../use-cases/change-registration.ts';
import { words } from '../words.en.ts';

/** Too many at once is nobody's mistake: it is said plainly, and that nothing was changed. */
export function whenContended<Dependencies>(handler: Handler<Dependencies>): Handler<Dependencies> {
  return async (request, dependencies) => {
    try {
      return await handler(request, dependencies);
    } catch (error) {
      if (error instanceof ContendedError) return problem(503, words.busy.title, words.busy.text);
      throw error;
    }
  };
}
