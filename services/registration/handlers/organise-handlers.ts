import { actorOf, answer, done, file, type Handler, type HttpRequest, notFound, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import type { ListQuery } from '../domain/find-registrations.ts';
import { heldOf } from '../domain/own-data.ts';
import type { Status } from '../domain/registration.ts';
import { registrationsTable } from '../domain/registrations-table.ts';
import { type RegistrationDone, registrationPage } from '../pages/registration-page.tsx';
import { registrationsPage } from '../pages/registrations-page.tsx';
import { cancel } from '../use-cases/leave.ts';
import { exportRegistrations, listRegistrations, registrationOfEvent } from '../use-cases/list-registrations.ts';
import { sendLinkAgain } from '../use-cases/request-letter.ts';
import { words } from '../words.en.ts';
import { whenContended } from './when-contended.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const list: OrganiseHandler = (request, ports) =>
  showList(request, { status: statusOf(request.query.get('status')), text: '', page: Number(request.query.get('page')) || 1 }, ports);

export const search: OrganiseHandler = (request, ports) => {
  const { text, status } = request.fields;
  return showList(request, { status: statusOf(status), text: typeof text === 'string' ? text.slice(0, 200).trim() : '', page: 1 }, ports);
};

export const exportList: OrganiseHandler = async (request, ports) => {
  const exported = await exportRegistrations(request.params.eventId ?? '', actorOf(request).id, request.now, ports);
  if (!exported) return notFound('event');
  const { yes, no } = words.form;
  const { name, email, organisation, comingAs, status, registered } = words.list.columns;
  const headings = [name, email, organisation, comingAs, words.place.keys.wantsReport, status, registered] as const;
  const table = registrationsTable(exported.registrations, { headings, statuses: words.list.statuses, yes, no });
  return file('text/csv; charset=utf-8', table, { fileName: `registrations-${exported.event.outline.slug}.csv` });
};

export const showOne: OrganiseHandler = async (request, ports) => {
  const found = await theOne(request, ports);
  if (!found) return notFound('registration');
  const view = { network: ports.network, ...found, mayChange: mayChange(request), done: doneOf(request.query.get('done')) };
  return answer(() => registrationPage(view), heldOf(found.registration));
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
  await sendLinkAgain(found.registration.registrationId, actorOf(request), request.now, ports);
  return back(request, 'resent');
};

async function showList(request: HttpRequest, query: ListQuery, ports: OrganiseDependencies): Promise<Reply> {
  const listed = await listRegistrations(request.params.eventId ?? '', query, ports);
  // A draft has not been heard of here.
  if (!listed) return problem(404, words.list.notYet.title, words.list.notYet.text);
  const { found, totals, event } = listed;
  const data = {
    places: { capacity: event.places.capacity, taken: event.places.taken, waiting: event.places.waiting },
    totals,
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

const statuses: readonly Status[] = ['pending', 'confirmed', 'waitlisted', 'offered', 'cancelled'];

function statusOf(given: unknown): Status | undefined {
  return statuses.find((status) => status === given);
}

function doneOf(given: string | null): RegistrationDone | undefined {
  return given === 'resent' || given === 'cancelled' ? given : undefined;
}
