import { type FormResult, fill, parseForm } from '@convener/forms';
import { answer, done, file, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import { tableFile } from '@convener/writing/table-file';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import { bookingsTable } from '../domain/bookings-table.ts';
import type { EventOutline } from '../domain/event.ts';
import { plainPounds } from '../domain/pounds.ts';
import { type AdjustmentView, adjustmentPage } from '../pages/adjustment-page.tsx';
import { adjustmentForm, adjustmentWordsOf, budgetForm, keptAdjustment } from '../pages/arranging-forms.ts';
import { budgetPage } from '../pages/money-pages.tsx';
import { type AdjustOutcome, createAdjustment as create, isClosed, saveAdjustment } from '../use-cases/adjust.ts';
import type { Board } from '../use-cases/arranging-ports.ts';
import { type ArrangedPerson, arrangedPeople } from '../use-cases/arranging-view.ts';
import { namesOrNothing } from '../use-cases/open-list.ts';
import { servePeople } from '../use-cases/serve-people.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { words } from '../words.en.ts';
import { readerOf } from './reader.ts';

type Ports = ArrangeDependencies;
type ArrangeHandler = Handler<Ports>;

interface Opened {
  readonly event: EventOutline;
  readonly board: Board;
  readonly people: readonly ArrangedPerson[];
  readonly nameOf: (registrationId: string) => string;
}

/** What a page of the coordinator needs to know of an event. That it is opened is noted first: what cannot be noted is not shown. */
async function open(request: HttpRequest, ports: Ports, what: 'list' | 'export' = 'list'): Promise<Opened | Reply> {
  const { params, now } = request;
  const event = await ports.events.byId(params.eventId ?? '');
  if (!event) return notFound('event');
  const { closed } = arrangingWords.adjustment;
  if (isClosed(event, now)) return problem(410, closed.title, closed.text);
  await ports.reads.record({ eventId: event.eventId, ...readerOf(request), at: now.toISOString(), what });
  const [board, names, handleOf] = await Promise.all([
    ports.boards.ofEvent(event.eventId),
    namesOrNothing(event.eventId, ports.names),
    ports.handles(),
  ]);
  return { event, board, people: arrangedPeople(board, handleOf), nameOf: (id) => names?.get(id) ?? words.list.nameless };
}

function isReply(opened: Opened | Reply): opened is Reply {
  return 'kind' in opened;
}

const accessOf = (eventId: string) => `/organise/events/${eventId}/access` as const;

export const newAdjustment: ArrangeHandler = async (request, ports) => {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const adjustmentId = ports.ids.make('adj');
  return answer(await pageOf(opened, { adjustment: undefined, adjustmentId, serves: [], state: {} }, request.now, ports), { adjustmentId });
};

export const showAdjustment: ArrangeHandler = async (request, ports) => {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const adjustment = opened.board.adjustments.find(({ adjustmentId }) => adjustmentId === request.params.adjustmentId);
  if (!adjustment) return notFound();
  const serves = servedBy(adjustment, opened);
  const kept = keptAdjustment(adjustment);
  const { adjustmentId } = adjustment;
  return answer(await pageOf(opened, { adjustment, adjustmentId, serves, state: { kept } }, request.now, ports), { ...adjustment, serves });
};

function servedBy({ adjustmentId }: Adjustment, { people }: Opened): readonly string[] {
  return people.filter(({ arrangement }) => arrangement.adjustmentIds.includes(adjustmentId)).map(({ handle }) => handle);
}

type Shown = Pick<AdjustmentView, 'adjustment' | 'adjustmentId' | 'serves' | 'state'>;

async function pageOf({ event, board, people, nameOf }: Opened, shown: Shown, now: Date, { network, suppliers }: Ports) {
  const { adjustments, budgetPence, withdrawn } = board;
  const arranging = { adjustments, budgetPence, withdrawn, people, nameOf };
  const all = await suppliers.all(now);
  return () => adjustmentPage({ network, event, arranging, suppliers: all, ...shown });
}

/** Fields that the form cannot know beforehand: whom it serves. */
function servesIn({ people }: HttpRequest['fields']): readonly string[] {
  return [people].flat().filter((each): each is string => typeof each === 'string');
}

export const createAdjustment: ArrangeHandler = (request, ports) => write(request, ports, create);
export const changeAdjustment: ArrangeHandler = (request, ports) => write(request, ports, saveAdjustment);

async function write(request: HttpRequest, ports: Ports, save: typeof create): Promise<Reply> {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const serves = servesIn(request.fields);
  const parsed = parseForm(adjustmentForm, request.fields);
  const known = request.params.adjustmentId;
  const adjustment = opened.board.adjustments.find(({ adjustmentId }) => adjustmentId === known);
  if (known && !adjustment) return notFound();
  if (parsed.kind === 'invalid') {
    const adjustmentId = known ?? (typeof request.fields.adjustmentId === 'string' ? request.fields.adjustmentId : ports.ids.make('adj'));
    return invalid(await pageOf(opened, { adjustment, adjustmentId, serves, state: parsed }, request.now, ports), parsed.errors);
  }
  const { version, adjustmentId: proposed } = parsed.value;
  const adjustmentId = known ?? (isFresh(proposed) ? proposed : ports.ids.make('adj'));
  const { eventId } = opened.event;
  const command = { eventId, adjustmentId, wanted: adjustmentWordsOf(parsed.value), expected: version };
  const outcome = await save(command, request.now, ports);
  if (outcome.kind === 'saved') await servePeople(eventId, adjustmentId, serves, request.now, ports);
  return written(outcome, { opened, serves, parsed }, request, ports);
}

/** As this service makes them; nobody chooses another. */
function isFresh(id: string | undefined): id is string {
  return id !== undefined && /^adj_[\w-]{16,40}$/.test(id);
}

interface Sent {
  readonly opened: Opened;
  readonly serves: readonly string[];
  readonly parsed: Extract<FormResult<unknown>, { readonly kind: 'valid' }>;
}

async function written(outcome: AdjustOutcome, { opened, serves }: Sent, request: HttpRequest, ports: Ports): Promise<Reply> {
  const { meanwhile, notFromHere, closed } = arrangingWords.adjustment;
  switch (outcome.kind) {
    case 'saved':
      return done(accessOf(opened.event.eventId), { ...outcome.adjustment, serves }, request.params.adjustmentId ? {} : { status: 201 });
    case 'not-found':
      return notFound();
    case 'closed':
      return problem(410, closed.title, closed.text);
    case 'meanwhile':
    case 'not-from-here': {
      const { adjustment } = outcome;
      const wanted = typeof request.fields.state === 'string' ? request.fields.state : '';
      const label = (state: string) => Object.entries(arrangingWords.states).find(([key]) => key === state)?.[1] ?? state;
      const message = outcome.kind === 'meanwhile' ? meanwhile : notFromHere(label(adjustment.state), label(wanted));
      if (request.wants === 'json') return problem(409, message, message);
      const state = { kept: fill(adjustmentForm, request.fields), errors: [{ field: 'state', id: 'state', message }] };
      const page = await pageOf(opened, { adjustment, adjustmentId: adjustment.adjustmentId, serves, state }, request.now, ports);
      return answer(page, {}, { status: 409 });
    }
  }
}

export const showBudget: ArrangeHandler = async (request, ports) => {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const { event, board } = opened;
  const kept = { budget: plainPounds(board.budgetPence) };
  return answer(() => budgetPage({ network: ports.network, event, state: { kept } }), { budgetPence: board.budgetPence ?? null });
};

export const changeBudget: ArrangeHandler = async (request, ports) => {
  const event = await ports.events.byId(request.params.eventId ?? '');
  if (!event) return notFound('event');
  const { closed, meanwhile } = arrangingWords.adjustment;
  if (isClosed(event, request.now)) return problem(410, closed.title, closed.text);
  const parsed = parseForm(budgetForm, request.fields);
  if (parsed.kind === 'invalid') {
    return invalid(() => budgetPage({ network: ports.network, event, state: parsed }), parsed.errors);
  }
  const saved = await ports.adjustments.saveBudget(event, parsed.value.budget);
  if (saved === 'moved') return problem(409, meanwhile, meanwhile);
  return done(accessOf(event.eventId), { budgetPence: parsed.value.budget ?? null });
};

/** Costs and bookings, as the coordinator takes them to the books. That they were taken is noted. */
export const exportCosts: ArrangeHandler = async (request, ports) => {
  const opened = await open(request, ports, 'export');
  if (isReply(opened)) return opened;
  const { event, board } = opened;
  const { columns, file: name } = arrangingWords.table;
  const { kinds, states } = arrangingWords;
  const rows = bookingsTable(board.adjustments, await ports.suppliers.all(request.now), event, { columns, kinds, states });
  return file('text/csv; charset=utf-8', tableFile(rows), { fileName: `${name}-${event.slug}.csv` });
};
