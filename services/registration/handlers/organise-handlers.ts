import { actorOf, answer, done, type Handler, type HttpRequest, notFound, problem, type Reply, table } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { mayLetIn } from '../domain/attendance-time.ts';
import { type Event, joiningOpensAt } from '../domain/event.ts';
import type { ListQuery } from '../domain/find-registrations.ts';
import { heldOf } from '../domain/own-data.ts';
import { registrationsTable } from '../domain/registrations-table.ts';
import { cancelOnePage } from '../pages/cancel-one-page.tsx';
import { listAddress, readListQuery } from '../pages/list-address.ts';
import { doneOf, type RegistrationDone, registrationPage } from '../pages/registration-page.tsx';
import { registrationsPage } from '../pages/registrations-page.tsx';
import { cancel } from '../use-cases/leave.ts';
import { exportRegistrations, listRegistrations, registrationOfEvent } from '../use-cases/list-registrations.ts';
import { sendLinkAgain } from '../use-cases/request-letter.ts';
import { words } from '../words.en.ts';
import { listWords } from '../words.list.en.ts';
import { oneWords } from '../words.one.en.ts';
import { organiseWords } from '../words.organise.en.ts';
import { notPublished } from './not-published.ts';
import { whenContended } from './when-contended.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const list: OrganiseHandler = async (request, ports) => nameInAddress(request) ?? showList(request, ofAddress(request), ports);

/** What holds no name goes on to an address that can be kept; a name that was typed stays out of it. */
export const search: OrganiseHandler = async (request, ports) => {
  const query = readListQuery((name) => valuesOf(request.fields[name]));
  if (query.text !== '' || request.wants === 'json') return showList(request, query, ports);
  const event = await ports.events.byId(request.params.eventId ?? '');
  if (!event) return notPublished(request, ports, 'registrations');
  return done(listAddress(`/organise/events/${event.outline.eventId}/registrations`, query));
};

export const exportList: OrganiseHandler = async (request, ports) => {
  const refused = nameInAddress(request);
  if (refused) return refused;
  const query = { ...ofAddress(request), text: '' };
  const exported = await exportRegistrations(request.params.eventId ?? '', query, actorOf(request), request.now, ports);
  if (!exported) return notFound('event');
  const { statuses, columns } = listWords.list;
  const { yes, no } = words.form;
  const { told, list: own } = organiseWords;
  const csv = registrationsTable(exported.registrations, query.columns, {
    name: columns.name,
    registration: columns.registration,
    groups: new Map(exported.event.places.groups.map(({ id, name }) => [id, name])),
    columns: own.columns,
    statuses,
    told,
    yes,
    no,
  });
  return table(request, csv, `registrations-${exported.event.outline.slug}.csv`);
};

export const showOne: OrganiseHandler = async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  const joiningFrom = joiningFromOf(found.event, ports);
  const may = { mayChange: mayChange(request), mayLetIn: mayLetIn(found.event, request.now), roles: request.organiser?.roles ?? [] };
  const view = { network: ports.network, ...found, joiningFrom, ...may, done: doneOf(request.query.get('done')) };
  return answer(() => registrationPage(view), { ...heldOf(found.registration), version: found.version });
};

export const showCancelOne: OrganiseHandler = async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  const { registrationId, state } = found.registration;
  if (state.kind === 'cancelled') return back(request, 'cancelled');
  return answer(() => cancelOnePage({ network: ports.network, ...found, now: request.now }), { registrationId, status: state.kind });
};

export const cancelOne: OrganiseHandler = whenContended(async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  await cancel(found.registration.registrationId, actorOf(request), request.now, ports);
  return back(request, 'cancelled');
});

export const resendOne: OrganiseHandler = async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  if (found.registration.email === '') return problem(409, oneWords.noLink.title, oneWords.noLink.text);
  await sendLinkAgain(found.registration.registrationId, actorOf(request), request.now, ports);
  return back(request, 'resent');
};

async function showList(request: HttpRequest, query: ListQuery, ports: OrganiseDependencies): Promise<Reply> {
  const listed = await listRegistrations(request.params.eventId ?? '', query, ports);
  if (!listed) return notPublished(request, ports, 'registrations');
  const { found, totals, event } = listed;
  const data = {
    places: { capacity: event.places.capacity, taken: event.places.taken, waiting: event.places.waiting },
    totals,
    unreached: listed.unreached,
    supporters: listed.supporters,
    total: found.total,
    page: found.page,
    pages: found.pages,
    registrations: found.rows,
  };
  return answer(() => registrationsPage({ network: ports.network, query, ...listed, mayChange: mayChange(request) }), data);
}

function theOne({ params }: HttpRequest, ports: OrganiseDependencies) {
  return registrationOfEvent(params.eventId ?? '', params.registrationId ?? '', ports);
}

function back({ params }: HttpRequest, what: RegistrationDone): Reply {
  return done(`/organise/events/${params.eventId}/registrations/${params.registrationId}?done=${what}`, { status: what });
}

function mayChange({ organiser }: HttpRequest): boolean {
  return organiser?.roles.includes('organiser') ?? false;
}

/** No page of ours searches by an address; a program that does is told how, since everybody would come back as if they fitted. */
function nameInAddress({ query, params, wants, path }: HttpRequest): Reply | undefined {
  if ((query.get('text') ?? '') === '' || (wants === 'html' && !path.endsWith('.csv'))) return undefined;
  const { title, text } = listWords.list.searchByPost;
  return problem(400, title, text(`/organise/events/${params.eventId}/registrations`));
}

function ofAddress({ query }: HttpRequest): ListQuery {
  return readListQuery((name) => (name === 'text' ? [] : query.getAll(name)));
}

/** A form's field may come once, several times, or from a program as anything at all. */
function valuesOf(given: unknown): readonly string[] {
  return [given].flat().flatMap((each) => (typeof each === 'string' ? [each] : typeof each === 'number' ? [String(each)] : []));
}

export function joiningFromOf({ outline, joining }: Event, { settings }: OrganiseDependencies): string | undefined {
  return joining && outline.mode !== 'in-person' ? joiningOpensAt(outline, settings.joiningHours) : undefined;
}
