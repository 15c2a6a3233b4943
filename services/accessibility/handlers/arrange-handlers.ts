import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import { changedMeanwhile, type Ticks, together } from '../domain/ticks.ts';
import { type AdjustmentView, adjustmentPage } from '../pages/adjustment-page.tsx';
import { adjustmentForm, adjustmentWordsOf, keptAdjustment, tickedIn } from '../pages/arranging-forms.ts';
import { type AdjustOutcome, createAdjustment as create, type Press, press, presses, saveAdjustment } from '../use-cases/adjust.ts';
import { servePeople } from '../use-cases/serve-people.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { calledOffWords } from '../words.called-off.en.ts';
import { movedWords } from '../words.moved.en.ts';
import { accessOf, isReply, noLongerKept, type Opened, open } from './opened.ts';

type Ports = ArrangeDependencies;
type ArrangeHandler = Handler<Ports>;

export const newAdjustment: ArrangeHandler = async (request, ports) => {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  if (opened.event.calledOffAt) return nothingToArrange();
  const adjustmentId = ports.ids.make('adj');
  return answer(await pageOf(opened, { adjustment: undefined, adjustmentId, serves: [], served: [], state: {} }, request.now, ports), {
    adjustmentId,
  });
};

export const showAdjustment: ArrangeHandler = async (request, ports) => {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const adjustment = opened.board.adjustments.find(({ adjustmentId }) => adjustmentId === request.params.adjustmentId);
  if (!adjustment) return notFound();
  const serves = servedBy(adjustment, opened);
  const kept = keptAdjustment(adjustment);
  const { adjustmentId } = adjustment;
  return answer(await pageOf(opened, { adjustment, adjustmentId, serves, served: serves, state: { kept } }, request.now, ports), {
    ...adjustment,
    serves,
  });
};

function servedBy({ adjustmentId }: Adjustment, { people }: Opened): readonly string[] {
  return people.filter(({ arrangement }) => arrangement.adjustmentIds.includes(adjustmentId)).map(({ handle }) => handle);
}

type Shown = Pick<AdjustmentView, 'adjustment' | 'adjustmentId' | 'serves' | 'served' | 'state'>;

async function pageOf({ event, board, people, nameOf }: Opened, shown: Shown, now: Date, { network, suppliers }: Ports) {
  const { adjustments, budget, withdrawn } = board;
  const arranging = { adjustments, budgetPence: budget.pence, withdrawn, people, nameOf };
  const all = await suppliers.all(now);
  return () => adjustmentPage({ network, event, arranging, suppliers: all, ...shown });
}

/** Whom it is to serve. A page that ticks nobody sends nobody; a program that says nothing of it leaves it as it is. */
function ticksIn({ people, served }: Served, now: readonly string[]): Ticks {
  const shown = tickedIn(served);
  return { sent: people ?? (shown ? [] : now), shown, now };
}

interface Served {
  readonly people?: readonly string[] | undefined;
  readonly served?: string | undefined;
}

/** The same from what could not be read whole. */
function servesIn({ people }: HttpRequest['fields']): readonly string[] {
  return [people].flat().filter((each): each is string => typeof each === 'string');
}

export const createAdjustment: ArrangeHandler = (request, ports) => write(request, ports, create);
export const changeAdjustment: ArrangeHandler = (request, ports) => {
  const pressed = presses.find((each) => each === request.fields.action);
  return pressed ? pressOne(pressed, request, ports) : write(request, ports, saveAdjustment);
};

/** Of an event that was called off there is no new thing; what there was is kept. */
function nothingToArrange(): Reply {
  return problem(410, calledOffWords.noArranging.title, calledOffWords.noArranging.text);
}

/** One press beside the thing itself: the page holds nothing else. */
async function pressOne(what: Press, { params, fields, now }: HttpRequest, ports: Ports): Promise<Reply> {
  const { eventId = '', adjustmentId = '' } = params;
  const occasion = typeof fields.occasion === 'string' ? fields.occasion : undefined;
  const outcome = await press(what, { eventId, adjustmentId, expected: versionIn(fields), occasion }, now, ports);
  switch (outcome.kind) {
    case 'saved':
      return done(accessOf(eventId), outcome.adjustment);
    case 'not-found':
      return notFound();
    case 'closed':
    case 'called-off':
      return noLongerKept();
    case 'meanwhile':
    case 'moved':
    case 'not-from-here':
      return problem(409, arrangingWords.adjustment.pressed.title, arrangingWords.adjustment.pressed.text);
  }
}

/** What the page showed; a program that says nothing takes what is there. */
function versionIn({ version }: HttpRequest['fields']): number | undefined {
  return version === undefined ? undefined : Number(version);
}

async function write(request: HttpRequest, ports: Ports, save: typeof create): Promise<Reply> {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const parsed = parseForm(adjustmentForm, request.fields);
  const known = request.params.adjustmentId;
  const adjustment = opened.board.adjustments.find(({ adjustmentId }) => adjustmentId === known);
  if (known && !adjustment) return notFound();
  const served = adjustment ? servedBy(adjustment, opened) : [];
  if (parsed.kind === 'invalid') {
    const serves = servesIn(request.fields);
    const adjustmentId = known ?? (typeof request.fields.adjustmentId === 'string' ? request.fields.adjustmentId : ports.ids.make('adj'));
    return invalid(await pageOf(opened, { adjustment, adjustmentId, serves, served, state: parsed }, request.now, ports), parsed.errors);
  }
  const { version, occasion, adjustmentId: proposed } = parsed.value;
  const adjustmentId = known ?? (isFresh(proposed) ? proposed : ports.ids.make('adj'));
  const { eventId } = opened.event;
  const command = { eventId, adjustmentId, wanted: adjustmentWordsOf(parsed.value), expected: version, occasion };
  const ticks = ticksIn(parsed.value, served);
  const serves = together(ticks);
  const sent = { opened, adjustmentId, serves, served };
  if (adjustment && changedMeanwhile(ticks)) return notSaved(adjustment, arrangingWords.adjustment.servesMeanwhile, sent, request, ports);
  const outcome = await save(command, request.now, ports);
  if (outcome.kind === 'saved') await servePeople(eventId, adjustmentId, { from: served, to: serves }, request.now, ports);
  return written(outcome, sent, request, ports);
}

/** As this service makes them; nobody chooses another. */
function isFresh(id: string | undefined): id is string {
  return id !== undefined && /^adj_[\w-]{16,40}$/.test(id);
}

interface Sent {
  readonly opened: Opened;
  readonly serves: readonly string[];
  readonly served: readonly string[];
  readonly adjustmentId: string;
}

async function written(outcome: AdjustOutcome, sent: Sent, request: HttpRequest, ports: Ports): Promise<Reply> {
  const { opened, serves } = sent;
  switch (outcome.kind) {
    case 'saved':
      return done(accessOf(opened.event.eventId), { ...outcome.adjustment, serves }, request.params.adjustmentId ? {} : { status: 201 });
    case 'not-found':
      return notFound();
    case 'closed':
      return noLongerKept();
    case 'called-off':
      return nothingToArrange();
    case 'meanwhile':
    case 'moved':
    case 'not-from-here':
      return notSaved(outcome.adjustment, whyNot(outcome, request), sent, request, ports);
  }
}

/** The page comes back with what was entered, and with what is so now to compare it with. */
async function notSaved(
  adjustment: Adjustment | undefined,
  message: string,
  { opened, ...ids }: Sent,
  { fields, now, wants }: HttpRequest,
  ports: Ports,
): Promise<Reply> {
  if (wants === 'json') return problem(409, message, message);
  const state = { kept: fill(adjustmentForm, fields), errors: [{ field: 'state', id: 'state', message }] };
  return answer(await pageOf(opened, { adjustment, ...ids, state }, now, ports), {}, { status: 409 });
}

function whyNot(
  outcome: Extract<AdjustOutcome, { readonly kind: 'meanwhile' | 'moved' | 'not-from-here' }>,
  { fields }: HttpRequest,
): string {
  const { meanwhile, notFromHere } = arrangingWords.adjustment;
  const label = (state: string) => Object.entries(arrangingWords.states).find(([key]) => key === state)?.[1] ?? state;
  switch (outcome.kind) {
    case 'meanwhile':
      return meanwhile;
    case 'moved':
      return movedWords.meanwhile;
    case 'not-from-here':
      return notFromHere(label(outcome.adjustment.state), label(typeof fields.state === 'string' ? fields.state : ''));
  }
}
