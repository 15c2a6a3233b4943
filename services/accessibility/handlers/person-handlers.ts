import { type FieldError, fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { linkForm, rungForm, tellingForm, tellingOf, tickedIn } from '../pages/arranging-forms.ts';
import { personPage } from '../pages/person-page.tsx';
import { arrangeFor, noteLook, openPerson, type PersonCommand, type PersonOutcome, type PersonView } from '../use-cases/arrange-person.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { words } from '../words.en.ts';
import { movedWords } from '../words.moved.en.ts';
import { notDoneWords } from '../words.not-done.en.ts';
import { tellingWords } from '../words.telling.en.ts';
import { readerOf } from './reader.ts';
import { askToDelete, deleteOnTheirWord } from './take-back-handlers.ts';

type Ports = ArrangeDependencies;
const { gone, closed, meanwhile } = tellingWords;
const { pressed } = arrangingWords.adjustment;

export const showPerson: Handler<Ports> = async (request, ports) => {
  const view = await opened(request, ports);
  if (!view) return problem(404, gone.title, gone.text);
  return answer(() => personPage({ network: ports.network, ...view, now: request.now }), dataOf(view));
};

function opened(request: HttpRequest, ports: Ports) {
  const { params, now } = request;
  return openPerson(params.eventId ?? '', params.personId ?? '', readerOf(request), now, ports);
}

function dataOf({ need, name, arrangement, adjustments }: PersonView) {
  const { answer: said, answerFormat, answerPhone, answerByMail, consent, changedAt } = need;
  return { name, said: { ...said, answerFormat, answerPhone, answerByMail, consent, changedAt }, arrangement, adjustments };
}

/** What is done with one person goes to one address. */
export const arrangePerson: Handler<Ports> = async (request, ports) => {
  switch (request.fields.action ?? 'tell') {
    case 'link':
      return linkTo(request, ports);
    case 'tell':
      return tell(request, ports);
    case 'ask-withdraw':
      return askToDelete(request, ports);
    case 'withdraw':
      return deleteOnTheirWord(request, ports);
    case 'rung':
      return rung(request, ports);
    default:
      return problem(400, words.unclear.title, words.unclear.text);
  }
};

async function linkTo(request: HttpRequest, ports: Ports): Promise<Reply> {
  const parsed = parseForm(linkForm, request.fields);
  if (parsed.kind === 'invalid') return wrong(parsed.errors, request, ports);
  const { adjustments = [], linked } = parsed.value;
  const shown = tickedIn(linked || undefined);
  // A program that does not say what serves somebody has forgotten it: nothing is taken from them for that.
  if (parsed.value.adjustments === undefined && !shown) return problem(400, words.unclear.title, words.unclear.text);
  return act({ kind: 'link', adjustmentIds: adjustments, shown }, request, ports);
}

async function rung(request: HttpRequest, ports: Ports): Promise<Reply> {
  const parsed = parseForm(rungForm, request.fields);
  if (parsed.kind === 'invalid') return wrong(parsed.errors, request, ports);
  return act({ kind: 'rung', expected: parsed.value.tellingVersion }, request, ports);
}

/** What no page of ours sends by itself. */
async function wrong(errors: readonly FieldError[], request: HttpRequest, ports: Ports): Promise<Reply> {
  const view = await opened(request, ports);
  if (!view) return problem(404, gone.title, gone.text);
  return invalid(
    () => personPage({ network: ports.network, ...view, now: request.now, state: { kept: fill(tellingForm, request.fields), errors } }),
    errors,
  );
}

async function tell(request: HttpRequest, ports: Ports): Promise<Reply> {
  const parsed = parseForm(tellingForm, request.fields);
  if (parsed.kind === 'invalid') {
    const view = await opened(request, ports);
    if (!view) return problem(404, gone.title, gone.text);
    return invalid(() => personPage({ network: ports.network, ...view, now: request.now, state: parsed }), parsed.errors);
  }
  return act(
    { kind: 'tell', words: tellingOf(parsed.value), expected: parsed.value.tellingVersion, occasion: parsed.value.occasion },
    request,
    ports,
  );
}

async function act(command: PersonCommand, request: HttpRequest, ports: Ports): Promise<Reply> {
  const { eventId = '', personId = '' } = request.params;
  // A program is shown what is arranged and what the person said to it, also where nothing was changed: a look like any other.
  if (request.wants === 'json') await noteLook(eventId, readerOf(request), request.now, ports);
  const outcome = await arrangeFor(eventId, personId, command, request.now, ports);
  return replyOf(outcome, request, ports);
}

async function replyOf(outcome: PersonOutcome, request: HttpRequest, ports: Ports): Promise<Reply> {
  const { eventId = '', personId = '' } = request.params;
  switch (outcome.kind) {
    case 'saved':
      return done(`/organise/events/${eventId}/access/people/${personId}`, outcome.arrangement);
    case 'not-found':
      return problem(404, gone.title, gone.text);
    case 'unknown':
      return wrong([{ field: 'adjustments', id: 'adjustments', message: notDoneWords.links }], request, ports);
    case 'closed':
      return problem(409, closed.title, closed.text);
    case 'moved':
    case 'meanwhile': {
      if (request.fields.action !== undefined && request.fields.action !== 'tell') return problem(409, pressed.title, pressed.text);
      const message = outcome.kind === 'moved' ? movedWords.meanwhile : meanwhile;
      if (request.wants === 'json') return problem(409, message, message);
      const view = await opened(request, ports);
      if (!view) return notFound();
      const state = { kept: fill(tellingForm, request.fields), errors: [{ field: 'provided', id: 'provided', message }] };
      return answer(() => personPage({ network: ports.network, ...view, now: request.now, state }), {}, { status: 409 });
    }
  }
}
