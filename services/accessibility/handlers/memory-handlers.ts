import { viewerNetwork } from '@convener/contracts';
import { fill, parseForm } from '@convener/forms';
import { answer, done, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Place } from '../domain/place.ts';
import { feedbackForm } from '../pages/feedback.tsx';
import { howItWasAgainPage } from '../pages/not-taken-page.tsx';
import { forgottenPage, rememberForm, saidPage } from '../pages/remember.tsx';
import { myAccess } from '../use-cases/my-access.ts';
import { remember } from '../use-cases/remember.ts';
import { sayHowItWas } from '../use-cases/say-afterwards.ts';
import { askingWords } from '../words.asking.en.ts';
import { words } from '../words.en.ts';
import { type Again, dataOfRemembered, herePage, show } from './access-views.ts';

type Ports = PublicDependencies;

/** Keeps what stands for the next event, under a consent of its own. */
export async function rememberIt(place: Place, request: HttpRequest, ports: Ports): Promise<Reply> {
  const parsed = parseForm(rememberForm, request.fields);
  if (parsed.kind === 'invalid') return wrong(place, request, ports, parsed.errors, { remembering: parsed });
  const outcome = await remember(place, parsed.value.months ?? '6', request.now, ports);
  switch (outcome.kind) {
    case 'remembered':
      return done('/my-place/access', { remembered: dataOfRemembered(outcome.remembered) });
    case 'nothing':
      return refused(request, ports, askingWords.remembered.nothing);
  }
}

export async function forgetIt({ person }: Place, ports: Ports): Promise<Reply> {
  if (person) await ports.memories.forget(person);
  return answer(() => forgottenPage(ports), { status: 'forgotten' });
}

/** The form without what is remembered in it. */
export async function startEmpty(place: Place, request: HttpRequest, ports: Ports): Promise<Reply> {
  return show(await myAccess(place, request.now, ports), request, ports, { empty: true });
}

/** Taken of everybody who has a place; nothing of whose it is goes further. */
export async function tellHowItWas(place: Place, request: HttpRequest, ports: Ports): Promise<Reply> {
  const parsed = parseForm(feedbackForm, request.fields);
  if (parsed.kind === 'invalid') return wrong(place, request, ports, parsed.errors, { saying: parsed });
  const { felt, feltWords = '' } = parsed.value;
  const sending = { network: viewerNetwork(request.viewerIp), now: request.now };
  const outcome = await sayHowItWas(place, { choice: felt, words: feltWords }, sending, ports);
  switch (outcome.kind) {
    case 'thanked':
      return answer(() => saidPage(ports, askingWords.felt.thanks), { status: 'thanked' });
    case 'closed':
      return refused(request, ports, askingWords.felt.closed);
    case 'gone':
      return show(outcome, request, ports);
    case 'too-many': {
      const { tooMany } = askingWords.felt;
      if (request.wants === 'json') return problem(429, tooMany.title, tooMany.text);
      const state = { kept: fill(feedbackForm, request.fields) };
      return answer(() => howItWasAgainPage(ports, tooMany, state), {}, { status: 429 });
    }
    case 'no-event':
      return problem(503, words.notYet.title, words.notYet.text);
  }
}

async function wrong(
  place: Place,
  request: HttpRequest,
  ports: Ports,
  errors: Parameters<typeof invalid>[1],
  again: Again,
): Promise<Reply> {
  const access = await myAccess(place, request.now, ports);
  if (access.kind !== 'here') return show(access, request, ports);
  return invalid(() => herePage(access, request, ports, again), errors);
}

function refused({ wants }: HttpRequest, ports: Ports, said: { readonly title: string; readonly text: string }): Reply {
  if (wants === 'json') return problem(409, said.title, said.text);
  return answer(() => saidPage(ports, said), {}, { status: 409 });
}
