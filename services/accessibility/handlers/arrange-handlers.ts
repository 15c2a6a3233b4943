import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { changedMeanwhile, type Ticks, together } from '../domain/ticks.ts';
import { adjustmentForm, adjustmentWordsOf, keptAdjustment, pressForm, tickedIn } from '../pages/arranging-forms.ts';
import { createAdjustment as create, type Press, press, presses, saveAdjustment } from '../use-cases/adjust.ts';
import { servePeople } from '../use-cases/serve-people.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { words } from '../words.en.ts';
import { notDoneWords } from '../words.not-done.en.ts';
import { nothingToArrange, notSaved, pageOf, servedBy, unknownIn, written } from './adjustment-views.ts';
import { accessOf, isReply, noLongerKept, open } from './opened.ts';

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

/** One press beside the thing itself: the page holds nothing else. */
async function pressOne(what: Press, { params, fields, now }: HttpRequest, ports: Ports): Promise<Reply> {
  const { eventId = '', adjustmentId = '' } = params;
  const { title, text } = arrangingWords.adjustment.pressed;
  const parsed = parseForm(pressForm, fields);
  if (parsed.kind === 'invalid') return problem(422, words.unclear.title, words.unclear.text);
  const { version, occasion } = parsed.value;
  const outcome = await press(what, { eventId, adjustmentId, expected: version, occasion }, now, ports);
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
      return problem(409, title, text);
  }
}

async function write(request: HttpRequest, ports: Ports, save: typeof create): Promise<Reply> {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const parsed = parseForm(adjustmentForm, request.fields);
  const known = request.params.adjustmentId;
  const proposed = parsed.kind === 'valid' ? parsed.value.adjustmentId : textIn(request.fields.adjustmentId);
  const adjustmentId = known ?? (isFresh(proposed) ? proposed : ports.ids.make('adj'));
  const adjustment = opened.board.adjustments.find((each) => each.adjustmentId === adjustmentId);
  if (known && !adjustment) return notFound();
  const served = adjustment ? servedBy(adjustment, opened) : [];
  const sent = { opened, adjustmentId, serves: servesIn(request.fields), served };
  if (parsed.kind === 'invalid') {
    return invalid(await pageOf(opened, { adjustment, ...sent, state: parsed }, request.now, ports), parsed.errors);
  }
  const { version, occasion } = parsed.value;
  const wanted = adjustmentWordsOf(parsed.value);
  const ticks = ticksIn(parsed.value, served);
  const serves = together(ticks);
  const isFirst = !known && !version;
  if (adjustment && !isFirst && changedMeanwhile(ticks)) {
    return notSaved(adjustment, arrangingWords.adjustment.servesMeanwhile, { ...sent, serves }, request, ports);
  }
  if (adjustment && isFirst && served.some((each) => !ticks.sent.includes(each))) {
    return notSaved(adjustment, notDoneWords.sentBefore, sent, request, ports);
  }
  const errors = await unknownIn({ serves, supplierId: wanted.supplierId }, { opened, adjustment }, request.now, ports);
  if (errors.length > 0) {
    const state = { kind: 'invalid', kept: fill(adjustmentForm, request.fields), errors } as const;
    return invalid(await pageOf(opened, { adjustment, ...sent, state }, request.now, ports), errors);
  }
  const { eventId } = opened.event;
  const outcome = await save({ eventId, adjustmentId, wanted, expected: version, occasion }, request.now, ports);
  if (outcome.kind !== 'saved') return written(outcome, { ...sent, serves: isFirst ? sent.serves : serves }, request, ports);
  const servesNow = await servePeople(eventId, adjustmentId, { from: served, to: serves }, request.now, ports);
  return written(outcome, { ...sent, serves: servesNow }, request, ports);
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** As this service makes them; nobody chooses another. */
function isFresh(id: string | undefined): id is string {
  return id !== undefined && /^adj_[\w-]{16,40}$/.test(id);
}
