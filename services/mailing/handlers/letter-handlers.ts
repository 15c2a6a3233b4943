import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, notPublished } from '@convener/http';
import type { LettersDependencies } from '../dependencies.ts';
import { isAroundKind, isEditableLetter, type LetterText } from '../domain/letter-texts.ts';
import { standardText } from '../letters/standard-texts.ts';
import { formOfWords, timeForm } from '../pages/letter-forms.ts';
import { type LetterView, letterPage } from '../pages/letter-page.tsx';
import { lettersPage } from '../pages/letters-page.tsx';
import { testForm } from '../pages/mailing-forms.ts';
import { changeLetterPlan } from '../use-cases/change-letter-plan.ts';
import { lookAtLetters } from '../use-cases/look-at-letters.ts';
import { sendTestOfLetter } from '../use-cases/send-test-letter.ts';
import { previewOfLetter } from './preview.ts';

type LettersHandler = Handler<LettersDependencies>;

export const letters: LettersHandler = async ({ params, now }, ports) => {
  const look = await lookAtLetters(params.eventId ?? '', now, ports);
  if (!look) return notPublished();
  const data = look.letters.map((each) => ({ ...each, text: each.own ?? standardText(each.letter) }));
  return answer(() => lettersPage({ network: ports.network, ...look }), { letters: data });
};

export const letter: LettersHandler = async (request, ports) => {
  const view = await viewOf(request, ports);
  return view ? answer(() => letterPage(view), { ...view.letter, text: view.text }) : notFound('letter');
};

export const changeLetter: LettersHandler = async (request, ports) => {
  const view = await viewOf(request, ports);
  if (!view) return notFound('letter');
  const parsed = parseForm(formOfWords(view.letter.letter), request.fields);
  if (parsed.kind === 'invalid') return invalid(() => letterPage({ ...view, words: parsed }), parsed.errors);
  const { do: what = 'save', ...text } = parsed.value;
  if (what === 'preview') return showPreview(view, text, ports);
  await keep(view, text, request, ports);
  return done(`${pathOf(view)}?said=saved`, { letter: view.letter.letter, text });
};

export const changeLetterTime: LettersHandler = async (request, ports) => {
  const view = await viewOf(request, ports);
  if (!view || !isAroundKind(view.letter.letter)) return notFound('letter');
  const parsed = parseForm(timeForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => letterPage({ ...view, time: parsed }), parsed.errors);
  const { goes: on, amount, unit } = parsed.value;
  const command = { kind: 'set-timing', letter: view.letter.letter, timing: { on, amount, unit } } as const;
  await changeLetterPlan({ eventId: view.event.id, command, actor: actorOf(request), now: request.now }, ports);
  return done(`${pathOf(view)}?said=saved`, { letter: view.letter.letter, timing: command.timing });
};

export const standardLetter: LettersHandler = async (request, ports) => {
  const view = await viewOf(request, ports);
  if (!view) return notFound('letter');
  const text = standardText(view.letter.letter);
  await keep(view, text, request, ports);
  return done(`${pathOf(view)}?said=saved`, { letter: view.letter.letter, text });
};

export const testLetter: LettersHandler = async (request, ports) => {
  const view = await viewOf(request, ports);
  if (!view) return notFound('letter');
  const parsed = parseForm(testForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => letterPage({ ...view, test: parsed }), parsed.errors);
  const { letter: state, event } = view;
  await sendTestOfLetter(
    { eventId: event.id, letter: state.letter, address: parsed.value.email, actor: actorOf(request), now: request.now },
    ports,
  );
  return done(`${pathOf(view)}?said=testSent`, { status: 'queued' }, { status: 202 });
};

const pathOf = ({ event, letter: { letter: name } }: LetterView) => `/organise/events/${event.id}/letters/${name}` as const;

/** Our own words, entered again, are our own words: what we improve later reaches them too. */
async function keep({ letter: { letter: name }, event }: LetterView, text: LetterText, request: HttpRequest, ports: LettersDependencies) {
  const ours = standardText(name);
  const same = ours.subject === text.subject && ours.body === text.body;
  const command = same ? ({ kind: 'standard-text', letter: name } as const) : ({ kind: 'set-text', letter: name, text } as const);
  await changeLetterPlan({ eventId: event.id, command, actor: actorOf(request), now: request.now }, ports);
}

async function showPreview(view: LetterView, text: LetterText, ports: LettersDependencies) {
  const preview = await previewOfLetter(view.letter.letter, view.event.id, text, ports);
  const shown = { ...view, preview, previewing: true, words: { kept: { ...text } } };
  return answer(() => letterPage(shown), { letter: view.letter.letter, text, preview: preview?.text });
}

async function viewOf({ params, query, now }: HttpRequest, ports: LettersDependencies): Promise<LetterView | undefined> {
  const { eventId = '', letter: name = '' } = params;
  if (!isEditableLetter(name)) return undefined;
  const look = await lookAtLetters(eventId, now, ports);
  const found = look?.letters.find((each) => each.letter === name);
  if (!look || !found) return undefined;
  const said = query.get('said');
  return {
    network: ports.network,
    event: look.event,
    letter: found,
    text: found.own ?? standardText(name),
    preview: await previewOfLetter(name, eventId, found.own, ports),
    said: said === 'saved' || said === 'testSent' ? said : undefined,
  };
}
