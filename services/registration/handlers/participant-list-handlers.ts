import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, invalid, notFound } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { latestDay } from '../domain/participants.ts';
import { participantListForm } from '../pages/participants-form.ts';
import { participantListPage } from '../pages/participants-pages.tsx';
import { setParticipantList } from '../use-cases/participants.ts';
import { notPublished } from './not-published.ts';
import { whenContended } from './when-contended.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const showParticipantList: OrganiseHandler = async (request, ports) => {
  const { params, query } = request;
  const event = await ports.events.byId(params.eventId ?? '');
  if (!event) return notPublished(request, ports, 'registrations');
  const data = { shown: event.participantList !== undefined, ...event.participantList };
  return answer(() => participantListPage({ network: ports.network, event, saved: query.has('saved') }), data);
};

export const saveParticipantList: OrganiseHandler = whenContended(async (request, ports) => {
  const event = await ports.events.byId(request.params.eventId ?? '');
  if (!event) return notFound('event');
  const { eventId } = event.outline;
  const parsed = parseForm(participantListForm(latestDay(event)), request.fields);
  if (parsed.kind === 'invalid') return invalid(() => participantListPage({ network: ports.network, event, state: parsed }), parsed.errors);
  const { shown, from, until } = parsed.value;
  const setting = shown && from && until ? { from, until } : undefined;
  const { kind } = await setParticipantList(eventId, setting, actorOf(request), request.now, ports);
  if (kind === 'unknown-event') return notFound('event');
  return done(`/organise/events/${eventId}/registrations/participants?saved=yes`, { shown: setting !== undefined, ...setting });
});
