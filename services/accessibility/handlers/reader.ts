import { actorOf, type HttpRequest } from '@convener/http';
import type { Reader } from '../use-cases/open-list.ts';

/** Who looks, by the name that their session tells: noted alike wherever they look. */
export function readerOf(request: HttpRequest): Reader {
  const { id: organiserId } = actorOf(request);
  return { organiserId, ...(request.organiser?.name ? { name: request.organiser.name } : {}) };
}
