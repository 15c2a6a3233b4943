import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, notPublished, problem, type Reply, table } from '@convener/http';
import type { OverseeDependencies } from '../dependencies.ts';
import { type Door, doorOf } from '../domain/on-the-day.ts';
import { askingForm, askingOfForm, askingPage } from '../pages/asking-page.tsx';
import { doorPage, onTheDayForm, openedPage, shutWords } from '../pages/on-the-day-page.tsx';
import { readsPage, readsTable } from '../pages/reads-page.tsx';
import { summaryPage } from '../pages/summary-page.tsx';
import { askingOf, keepAsking } from '../use-cases/keep-asking.ts';
import { openOnTheDay } from '../use-cases/open-on-the-day.ts';
import { exportReads, showReads as loadReads } from '../use-cases/show-reads.ts';
import { showSummary as loadSummary } from '../use-cases/show-summary.ts';
import { askingWords } from '../words.asking.en.ts';
import { readerOf } from './reader.ts';

type OverseeHandler = Handler<OverseeDependencies>;

const eventIdOf = ({ params }: HttpRequest) => params.eventId ?? '';
const rolesOf = ({ organiser }: HttpRequest) => organiser?.roles ?? [];
const isCoordinator = (request: HttpRequest) => rolesOf(request).includes('access-coordinator');

export const showAsking: OverseeHandler = async (request, ports) => {
  const found = await askingOf(eventIdOf(request), ports);
  if (found.kind === 'no-event') return notPublished();
  const { event, asking } = found;
  return answer(
    () => askingPage({ network: ports.network, event, asking, roles: rolesOf(request), saved: request.query.has('saved') }),
    asking,
  );
};

export const changeAsking: OverseeHandler = async (request, ports) => {
  const found = await askingOf(eventIdOf(request), ports);
  if (found.kind === 'no-event') return notPublished();
  const view = { network: ports.network, event: found.event, asking: found.asking, roles: rolesOf(request) };
  const parsed = parseForm(askingForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => askingPage({ ...view, state: parsed }), parsed.errors);
  const outcome = await keepAsking(eventIdOf(request), askingOfForm(parsed.value), ports);
  switch (outcome.kind) {
    case 'no-event':
      return notPublished();
    case 'kept':
      return done(`/organise/events/${view.event.eventId}/access/asking?saved=yes`, { status: 'kept' });
    case 'meanwhile': {
      const message = askingWords.asking.meanwhile;
      if (request.wants === 'json') return problem(409, askingWords.asking.title, message);
      const errors = [{ field: 'kinds', id: 'kinds', message }];
      return answer(() => askingPage({ ...view, state: { kept: fill(askingForm, request.fields), errors } }), {}, { status: 409 });
    }
  }
};

export const showReads: OverseeHandler = async (request, ports) => {
  const { query } = request;
  const wanted = {
    eventId: query.get('event') || undefined,
    cursor: query.get('after') || undefined,
    isCoordinator: isCoordinator(request),
  };
  const view = await loadReads(wanted, ports);
  if (wanted.eventId && !view.only) return notFound('event');
  const { organiserId: reader } = readerOf(request);
  const reads = view.reads.map(({ event, ...read }) => ({ ...read, title: event?.title ?? null }));
  return answer(() => readsPage({ network: ports.network, view, reader, roles: request.organiser?.roles ?? [] }), {
    reads,
    after: view.cursor ?? null,
  });
};

export const downloadReads: OverseeHandler = async (request, ports) => {
  const eventId = request.query.get('event') || undefined;
  const view = await exportReads({ eventId, isCoordinator: isCoordinator(request) }, ports);
  const { tableFile } = await import('@convener/writing/table-file');
  return table(request, tableFile(readsTable(view)), askingWords.reads.fileName);
};

export const showSummary: OverseeHandler = async (request, ports) => {
  const roles = rolesOf(request);
  const reader = { ...readerOf(request), isCoordinator: isCoordinator(request) };
  const view = await loadSummary(eventIdOf(request), reader, request.now, ports);
  if (!view) return notPublished();
  const { event, summary = null, outcome = null, words } = view;
  const data = { provided: event.provisions, summary, afterwards: outcome, ...(words ? { words } : {}) };
  return answer(() => summaryPage({ network: ports.network, view, roles, now: request.now }), data);
};

export const showDoor: OverseeHandler = async (request, ports) => {
  const event = await ports.events.byId(eventIdOf(request));
  if (!event) return notPublished();
  const door = doorOf(event, request.now);
  return answer(() => doorPage({ network: ports.network, event, door, roles: rolesOf(request) }), { door: door.kind });
};

/** What is opened is shown in answer to the reason, and stands at no address that could be opened again without one. */
export const openDoor: OverseeHandler = async (request, ports) => {
  const event = await ports.events.byId(eventIdOf(request));
  if (!event) return notPublished();
  const door = doorOf(event, request.now);
  const view = { network: ports.network, event, roles: rolesOf(request) };
  if (door.kind !== 'open') return shut(door, view, request);
  const parsed = parseForm(onTheDayForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => doorPage({ ...view, door, state: parsed }), parsed.errors);
  const outcome = await openOnTheDay(event.eventId, readerOf(request), parsed.value.reason, request.now, ports);
  switch (outcome.kind) {
    case 'no-event':
      return notPublished();
    case 'shut':
      return shut(outcome.door, view, request);
    case 'opened': {
      const needs = outcome.needs.map(({ registrationId, name, answer: told }) => ({ registrationId, name, ...told }));
      return answer(() => openedPage({ network: ports.network, opened: outcome, now: request.now }), { needs });
    }
  }
};

function shut(door: Exclude<Door, { kind: 'open' }>, view: Omit<Parameters<typeof doorPage>[0], 'door'>, { wants }: HttpRequest): Reply {
  if (wants === 'json') return problem(409, askingWords.onTheDay.shutTitle, shutWords(door, view.event));
  return answer(() => doorPage({ ...view, door }), {}, { status: 409 });
}
