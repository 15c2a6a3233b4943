import { fill, parseForm } from '@convener/forms';
import { answer, done, file, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Place } from '../domain/place.ts';
import { answerPage, isOtherWay } from '../pages/answer-page.tsx';
import { asText, partsOf } from '../pages/answer-text.ts';
import { writtenIn } from '../pages/own-words.ts';
import { replyForm } from '../pages/reply-form.ts';
import { holdingFor, myAccess } from '../use-cases/my-access.ts';
import { answerFor, replyToAnswer } from '../use-cases/reply-to-answer.ts';
import { answerWords } from '../words.answer.en.ts';
import { type Again, herePage, show } from './access-views.ts';

const { newer, none, closed, title } = answerWords;

/** "That works", or "that does not work for me". */
export async function replyToOurAnswer(place: Place, request: HttpRequest, ports: PublicDependencies): Promise<Reply> {
  const parsed = parseForm(replyForm, request.fields);
  if (parsed.kind === 'invalid') {
    const access = await myAccess(place, request.now, ports);
    if (access.kind !== 'here' || access.phase !== 'open') return show(access, request, ports);
    return invalid(() => herePage(access, request, ports, { replying: parsed }), parsed.errors);
  }
  const { works, replyWords = '', answerVersion } = parsed.value;
  const outcome = await replyToAnswer(place, { works: works === 'yes', ownWords: replyWords, to: answerVersion }, request.now, ports);
  switch (outcome.kind) {
    case 'saved':
      return done('/my-place/access', { reply: outcome.arrangement.reply });
    case 'meanwhile': {
      if (request.wants === 'json') return problem(409, newer.title, newer.text);
      const state = { kept: fill(replyForm, request.fields), errors: [{ field: 'works', id: 'works', message: newer.onPage }] };
      return again(place, request, ports, { replying: state });
    }
    case 'closed':
      if (request.wants === 'json') return problem(409, closed.title, closed.text);
      return again(place, request, ports, { written: writtenIn(request.fields) });
    case 'nothing-to-answer':
      return problem(409, none.title, none.text);
  }
}

/** Their page as it is now, with what they entered. */
async function again(place: Place, request: HttpRequest, ports: PublicDependencies, entered: Again): Promise<Reply> {
  const access = await myAccess(place, request.now, ports);
  if (access.kind !== 'here') return show(access, request, ports);
  return answer(() => herePage(access, request, ports, entered), {}, { status: 409 });
}

/** Our answer in another format: at the same address, so that neither history nor logs tell that there is one. */
export async function readOurAnswer(place: Place, request: HttpRequest, ports: PublicDependencies): Promise<Reply> {
  const { fields, now } = request;
  const [event, arrangement] = await Promise.all([ports.events.byId(place.eventId), answerFor(place, now, ports)]);
  const telling = arrangement?.telling;
  const { format } = fields;
  if (!event || !telling || !isOtherWay(format)) return problem(409, none.title, none.text);
  // What is no longer so is not read out as if it were.
  if ((await holdingFor(arrangement, event, ports)) !== 'holds') return show(await myAccess(place, now, ports), request, ports);
  if (format === 'plain-text') return file('text/plain; charset=utf-8', asText(title, partsOf(telling)));
  return answer(() => answerPage({ network: ports.network, event, telling, way: format }), { answer: telling });
}
