import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply, table } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { consentOf } from '../domain/consent.ts';
import type { ListQuery } from '../domain/overview.ts';
import { reflectionsTable } from '../domain/reflections-table.ts';
import { byHandForm, moderateForm, roomsForm } from '../pages/forms.ts';
import { type ListDone, type ReflectionsView, reflectionsPage } from '../pages/reflections-page.tsx';
import { changeRooms as change, type RoomsRequest } from '../use-cases/change-rooms.ts';
import { exportReflections as everything, type LookAtList, lookAtList } from '../use-cases/look.ts';
import { enterByHand } from '../use-cases/make-reflections.ts';
import { moderate as decideOn } from '../use-cases/moderate.ts';
import { words } from '../words.en.ts';
import { attemptOf, notPublished } from './organise-replies.ts';
import { roomLinks } from './room-links.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;
type PageState = Pick<ReflectionsView, 'roomsState' | 'byHandState' | 'moderation'>;

const pageSize = 25;

export const showReflections: OrganiseHandler = async (request, ports) => {
  const seen = await lookAtList(request.params.eventId ?? '', queryOf(request), pageSize, ports);
  if (!seen) return notPublished();
  const view = await viewOf(request, seen, ports);
  return answer(() => reflectionsPage(view), dataOf(view));
};

export const exportReflections: OrganiseHandler = async (request, ports) => {
  const { params, now } = request;
  const found = await everything({ eventId: params.eventId ?? '', organiserId: actorOf(request).id, now }, ports);
  if (!found) return notPublished();
  const { consent, list } = words;
  const csv = reflectionsTable(
    found.reflections,
    { headings: words.table.headings, consent: consent.short, places: list.places, outside: list.outside },
    { roomLabel: (roomId) => found.rooms.rooms.find((room) => room.id === roomId)?.label, themeLabels: found.labelsOf },
  );
  return table(request, csv, `reflections-${found.event.slug}.csv`);
};

export const changeRooms: OrganiseHandler = async (request, ports) => {
  const eventId = request.params.eventId ?? '';
  const reading = roomsRequestOf(request);
  if (reading.kind === 'invalid') return again(request, ports, { roomsState: reading }, reading.errors);
  const outcome = await change(
    { eventId, request: reading.request, actor: actorOf(request), now: request.now, label: words.roomLabel },
    ports,
  );
  switch (outcome.kind) {
    case 'changed':
    case 'unchanged':
      return done(`/organise/events/${eventId}/reflections#rooms`, { rooms: outcome.rooms.rooms.map(({ id, label }) => ({ id, label })) });
    case 'unknown-event':
      return notPublished();
    case 'more-there': {
      const errors = [{ field: 'rooms', id: 'rooms', message: words.list.moreThere(outcome.there) }];
      return again(request, ports, { roomsState: { kept: { rooms: String(request.fields.rooms) }, errors } }, errors);
    }
    case 'unknown-room':
      return problem(409, words.list.rooms, words.list.unknownRoom);
    case 'room-in-use':
      return problem(409, words.list.rooms, words.list.roomInUse);
  }
};

export const addReflection: OrganiseHandler = async (request, ports) => {
  const eventId = request.params.eventId ?? '';
  const reading = parseForm(byHandForm, request.fields);
  if (reading.kind === 'invalid') return again(request, ports, { byHandState: reading }, reading.errors);
  const { room, words: said, consent, name, attempt } = reading.value;
  const entry = { eventId, roomId: room, attempt, said: { words: said, consent: consentOf(consent, name) } };
  const outcome = await enterByHand({ ...entry, organiserId: actorOf(request).id }, request.now, ports);
  switch (outcome.kind) {
    case 'entered':
      return done(`/organise/events/${eventId}/reflections?done=added`, { reflectionId: outcome.reflectionId }, { status: 201 });
    case 'unknown-event':
      return notPublished();
    case 'unknown-room':
      return problem(409, words.list.rooms, words.list.unknownRoom);
  }
};

export const moderate: OrganiseHandler = async (request, ports) => {
  const { eventId = '', reflectionId = '' } = request.params;
  const reading = parseForm(moderateForm, request.fields);
  if (reading.kind === 'invalid') return again(request, ports, { moderation: { reflectionId, errors: reading.errors } }, reading.errors);
  const { decision: kind, reason } = reading.value;
  const decision = kind === 'set-aside' ? { kind, reason: reason ?? '' } : { kind };
  const outcome = await decideOn({ eventId, reflectionId, decision, organiserId: actorOf(request).id, now: request.now }, ports);
  switch (outcome.kind) {
    case 'moderated':
    case 'unchanged':
      return done(`/organise/events/${eventId}/reflections?done=${kind}`, { reflectionId, decision: kind });
    case 'withdrawn-already':
      return problem(409, words.list.places.withdrawn, words.list.withdrawnMeanwhile);
    case 'unknown':
      return notFound('reflection');
  }
};

/** The page once more, with what was entered. */
async function again(
  request: HttpRequest,
  ports: OrganiseDependencies,
  state: PageState,
  errors: Parameters<typeof invalid>[1],
): Promise<Reply> {
  const seen = await lookAtList(request.params.eventId ?? '', queryOf(request), pageSize, ports);
  if (!seen) return notPublished();
  const view = { ...(await viewOf(request, seen, ports)), ...state };
  return invalid(() => reflectionsPage(view), errors);
}

async function viewOf(request: HttpRequest, seen: LookAtList, ports: OrganiseDependencies): Promise<ReflectionsView> {
  const links = await roomLinks(seen.rooms, ports);
  const attempt = attemptOf(request, ports.ids.attempt);
  return { network: ports.network, ...seen, query: queryOf(request), links, attempt, done: doneOf(request.query.get('done')) };
}

function roomsRequestOf({ fields }: HttpRequest): { readonly kind: 'request'; readonly request: RoomsRequest } | InvalidRooms {
  const roomId = typeof fields.roomId === 'string' ? fields.roomId : '';
  if (fields.action === 'replace-event-link') return { kind: 'request', request: { kind: 'replace-event-link' } };
  if (fields.action === 'replace-link' || fields.action === 'remove') return { kind: 'request', request: { kind: fields.action, roomId } };
  const reading = parseForm(roomsForm, fields);
  return reading.kind === 'invalid' ? reading : { kind: 'request', request: { kind: 'open', total: reading.value.rooms } };
}

type InvalidRooms = Extract<ReturnType<typeof parseForm<(typeof roomsForm)['fields']>>, { kind: 'invalid' }>;

const shows = ['unthemed', 'themed', 'set-aside', 'withdrawn', 'open'] as const;

function queryOf({ query }: HttpRequest): ListQuery {
  return {
    place: shows.find((show) => show === query.get('show')),
    roomId: query.get('room') ?? undefined,
    themeId: query.get('theme') ?? undefined,
    page: Number(query.get('page')) || 1,
  };
}

function doneOf(given: string | null): ListDone | undefined {
  return given === 'added' || given === 'set-aside' || given === 'bring-back' ? given : undefined;
}

function dataOf({ overview, rooms, links, found, shown }: ReflectionsView) {
  return {
    counts: overview.counts,
    rooms: rooms.rooms.map(({ id, label }) => ({ id, label, reflections: overview.byRoom.get(id) ?? 0, links: links.rooms.get(id) })),
    eventLink: links.event,
    total: found.total,
    page: found.page,
    pages: found.pages,
    reflections: shown.map(({ row, reflection: { id, roomId, source, day, standing } }) => {
      return { id, roomId, source, day, ...standing, state: row.place, themeIds: row.themeIds };
    }),
  };
}
