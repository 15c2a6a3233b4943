import { viewerNetwork } from '@convener/contracts';
import { fill, parseForm } from '@convener/forms';
import { answer, type Handler, invalid, notFound, problem, whenItFails } from '@convener/http';
import type { AnonymousDependencies } from '../dependencies.ts';
import { equalityPhase } from '../domain/equality.ts';
import { answersOf, equalityForm, equalityPage, equalitySaidPage } from '../pages/equality-page.tsx';
import { sayWhoComes } from '../use-cases/say-afterwards.ts';
import { equalityWords as words } from '../words.equality.en.ts';
import { notNowWords } from '../words.not-now.en.ts';
import { notShown } from './not-shown.ts';

type EqualityHandler = Handler<AnonymousDependencies>;

/** Neither cookie nor session is looked at: this function could not read one. */
const ask: EqualityHandler = async ({ params, now }, { events, network }) => {
  const event = await events.byId(params.eventId ?? '');
  if (!event) return notFound('event');
  const phase = equalityPhase(event, now);
  if (phase !== 'open') return answer(() => equalitySaidPage({ network, event }, words.closed), { status: 'closed' });
  return answer(() => equalityPage({ network, event }), { status: 'open' });
};

/** No address follows that would say in a browser's history that it was sent. */
const take: EqualityHandler = async ({ params, fields, now, wants, viewerIp }, ports) => {
  const { network } = ports;
  const event = await ports.events.byId(params.eventId ?? '');
  if (!event) return notFound('event');
  const parsed = parseForm(equalityForm, fields);
  if (parsed.kind === 'invalid') return invalid(() => equalityPage({ network, event, state: parsed }), parsed.errors);
  const outcome = await sayWhoComes(event.eventId, answersOf(parsed.value), { network: viewerNetwork(viewerIp), now }, ports);
  switch (outcome.kind) {
    case 'no-event':
      return notFound('event');
    case 'thanked':
      return answer(() => equalitySaidPage({ network, event }, words.thanks), { status: 'thanked' });
    case 'too-many': {
      if (wants === 'json') return problem(429, words.tooMany.title, words.tooMany.text);
      const state = { kept: fill(equalityForm, fields) };
      return answer(() => equalityPage({ network, event, state, refused: words.tooMany }), {}, { status: 429 });
    }
    case 'closed':
      if (wants === 'json') return problem(409, words.closed.title, words.closed.text);
      return answer(() => equalitySaidPage({ network, event }, words.closed), {}, { status: 409 });
  }
};

/** The event's name is a courtesy: the form comes back without it. */
const notNow: EqualityHandler = async ({ params, fields, wants }, { events, network }) => {
  if (wants === 'json') return problem(503, notNowWords.title, notNowWords.detail);
  const event = await events.byId(params.eventId ?? '').catch(() => undefined);
  const state = { kept: fill(equalityForm, fields) };
  return answer(() => equalityPage({ network, event, state, refused: notNowWords }), {}, { status: 503 });
};

export const askEquality: EqualityHandler = whenItFails(ask, notShown);
export const takeEquality: EqualityHandler = whenItFails(take, notNow);
