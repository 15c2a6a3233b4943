import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, problem, type Reply, whenItFails } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Place } from '../domain/place.ts';
import { accessForm, answerOf } from '../pages/access-form.ts';
import { writtenIn } from '../pages/own-words.ts';
import { askWithdrawPage, closedPage, signedOutPage, withdrawnPage } from '../pages/small-pages.tsx';
import { myAccess } from '../use-cases/my-access.ts';
import { type SaveOutcome, saveAnswer } from '../use-cases/save-answer.ts';
import { words } from '../words.en.ts';
import { dataOf, herePage, show } from './access-views.ts';
import { forgetIt, rememberIt, startEmpty, tellHowItWas } from './memory-handlers.ts';
import { accessNotNow } from './not-now.ts';
import { notShown } from './not-shown.ts';
import { readOurAnswer, replyToOurAnswer } from './reply-handlers.ts';

type AccessHandler = Handler<PublicDependencies>;
type Ports = PublicDependencies;

export const showAccess: AccessHandler = whenItFails(
  (request, ports) => withPlace(request, ports, async (place) => show(await myAccess(place, request.now, ports), request, ports)),
  notShown,
);

/** Everything is sent to one address, so that neither history nor logs tell what was done. */
const change: AccessHandler = (request, ports) =>
  withPlace(request, ports, async (place) => {
    const { action = 'save' } = request.fields;
    switch (action) {
      case 'save':
        return save(place, request, ports);
      case 'ask-withdraw':
        return answer(() => askWithdrawPage(ports), { status: 'asked' });
      case 'withdraw':
        await ports.needs.remove(place.eventId, place.registrationId);
        // No other address, query or cookie follows: each of them would tell that there was something.
        return answer(() => withdrawnPage(ports), { status: 'withdrawn' });
      case 'remember':
        return rememberIt(place, request, ports);
      case 'forget':
        return forgetIt(place, ports);
      case 'start-empty':
        return startEmpty(place, request, ports);
      case 'reply':
        return replyToOurAnswer(place, request, ports);
      case 'read-answer':
        return readOurAnswer(place, request, ports);
      case 'say-how-it-was':
        return tellHowItWas(place, request, ports);
      default:
        return problem(400, words.unclear.title, words.unclear.text);
    }
  });

export const changeAccess: AccessHandler = whenItFails(change, accessNotNow);

async function save(place: Place, request: HttpRequest, ports: Ports): Promise<Reply> {
  const parsed = parseForm(accessForm, request.fields);
  if (parsed.kind === 'invalid') {
    const access = await myAccess(place, request.now, ports);
    if (access.kind !== 'here' || access.phase !== 'open') return show(access, request, ports);
    return invalid(() => herePage(access, request, ports, { state: parsed }), parsed.errors);
  }
  const { expectedVersion, answer: told, reply, consent } = answerOf(parsed.value);
  const outcome = await saveAnswer(place, { answer: told, reply, consent, expectedVersion }, request.now, ports);
  return saved(outcome, place, request, ports);
}

async function saved(outcome: SaveOutcome, place: Place, request: HttpRequest, ports: Ports): Promise<Reply> {
  const { fields, wants } = request;
  switch (outcome.kind) {
    case 'saved':
      return done('/my-place/access', dataOf(outcome.need));
    case 'not-yet':
      return problem(503, words.notYet.title, words.notYet.text);
    case 'closed': {
      const { because, event } = outcome;
      if (wants === 'json') return problem(409, words.closed[because].title, words.closed[because].text);
      const written = writtenIn(fields);
      return answer(() => closedPage({ network: ports.network, event, because, need: undefined, written }), {}, { status: 409 });
    }
    case 'meanwhile': {
      if (wants === 'json') return problem(409, words.meanwhile.title, words.meanwhile.text);
      const state = { kept: fill(accessForm, fields), errors: [{ field: 'kinds', id: 'kinds', message: words.meanwhile.text }] };
      const access = await myAccess(place, request.now, ports);
      if (access.kind !== 'here') return show(access, request, ports);
      return answer(() => herePage(access, request, ports, { state }), {}, { status: 409 });
    }
  }
}

/** Only with the cookie that a link in a letter was swapped for. */
async function withPlace(request: HttpRequest, ports: Ports, then: (place: Place) => Promise<Reply>): Promise<Reply> {
  const place = await ports.placeOf(request.cookies.place ?? '', request.now);
  if (place) return then(place);
  if (request.wants === 'json') return problem(401, words.signedOut.title, words.signedOut.text);
  return answer(() => signedOutPage(ports, writtenIn(request.fields)), {}, { status: 401 });
}
