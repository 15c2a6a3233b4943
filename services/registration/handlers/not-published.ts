import { answer, type EventTab, type HttpRequest, notFound, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { notPublishedPage } from '../pages/not-published-page.tsx';
import { listWords } from '../words.list.en.ts';

/** Ids of events as the events service makes them: a draft is not known here, and anything else is no event. */
export const eventIdShape = /^evt_[\w-]{22}$/;

/** Of an event that registration has not heard of. */
export function notPublished(request: HttpRequest, { network }: Pick<OrganiseDependencies, 'network'>, tab: EventTab): Reply {
  const { eventId = '' } = request.params;
  if (!eventIdShape.test(eventId)) return notFound('event');
  const { title, text } = listWords.list.notPublished;
  if (request.wants === 'json') return problem(404, title, text);
  const mayChange = request.organiser?.roles.includes('organiser') ?? false;
  return answer(() => notPublishedPage({ network, eventId, tab, mayChange }), {}, { status: 404 });
}
