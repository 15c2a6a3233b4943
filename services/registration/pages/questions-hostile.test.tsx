import { parseForm, viewForm } from '@convener/forms';
import { readHttpSettings } from '@convener/http';
import { environmentOf } from '@convener/testing/visitor';
import { htmlProblems } from '@convener/ui/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf } from '../domain/answers.ts';
import { stepsOf } from '../domain/journey.ts';
import { askedOf, type EventQuestions, type Question, questionKinds } from '../domain/questions.ts';
import { registration } from '../service.ts';
import { factsOf } from '../testing/open-event.ts';
import { anyQuestions, choiceQuestion, yesNoQuestion } from '../testing/questions.ts';
import { questionPage, questionsPreview } from './question-page.tsx';
import { questionsForm } from './questions-form.ts';
import { questionsPage } from './questions-page.tsx';
import { typedIn } from './register-form.ts';
import { registerPage } from './register-page.tsx';
import { checkPage, stepPage } from './step-pages.tsx';

/** Forms that organisers make are in no `api.ts`, so what tests/security does to the others is done to them here. */
const { network } = readHttpSettings(environmentOf(registration));
const outline = { ...factsOf(), factsVersion: 1 };
const nasty = '"><script>alert(1)</script><img src=x onerror=alert(1)> & {{7*7}} $(7)';
const pieces = [
  nasty,
  '',
  ' ',
  '\ud800',
  'x'.repeat(3000),
  '__proto__',
  'que_0',
  '-1',
  '1e9',
  '31',
  '2026-02-31',
  'yes',
  'Tea',
  '\r\n',
  '👩‍👩‍👧‍👦',
];
const anything = fc.oneof(
  fc.constantFrom(...pieces),
  fc.array(fc.constantFrom(...pieces), { maxLength: 4 }),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

/** One question of each kind, with markup wherever an organiser writes. */
const hostileQuestions: readonly Question[] = questionKinds.map((kind, at) => {
  const written = { label: `${at} ${nasty}`, help: nasty, why: nasty, required: true };
  const choice = choiceQuestion(`que_${at}`, [nasty, 'Tea'], written);
  if (kind === 'one-of') return choice;
  if (kind === 'several-of') return { ...choice, kind, options: [nasty, 'Tea'] };
  const { kind: _, ...rest } = yesNoQuestion(`que_${at}`, written);
  return { ...rest, kind };
});
const asked: EventQuestions = { version: 1, questions: hostileQuestions, asksSupporter: true };

/** Everything that shows questions and what was answered to them. */
function everyPage(input: Readonly<Record<string, unknown>>): readonly string[] {
  const kept = typedIn(asked, input);
  const parsed = parseForm(questionsForm(asked.questions), input);
  const errors = parsed.kind === 'invalid' ? parsed.errors : [];
  const answers = answersOf(asked.questions, input);
  const steps = stepsOf(asked.questions, () => undefined);
  const details = {
    name: nasty,
    organisation: nasty,
    comingAs: nasty,
    wantsReport: true,
    format: 'html' as const,
    supporter: { name: nasty },
  };
  const at = { slug: outline.slug, draft: 'a-sample' };
  const setting = { network, eventId: outline.eventId, outline };
  return [
    registerPage({ network, outline, asked, left: 'some', attempt: 'attempt-0000-0000-0001', whole: 'chosen', state: { kept, errors } }),
    ...steps.map((step) => stepPage({ network, at, outline, asked, step, back: '/', changing: false, state: { kept, errors } })),
    checkPage({ network, at, outline, asked, steps, email: 'ada@example.org', details, answers }),
    questionsPage({ ...setting, asked }),
    questionsPreview({ ...setting, asked }),
    ...asked.questions.map((question) => questionPage({ ...setting, earlier: asked.questions, question })),
  ];
}

const tellsMarkup = (page: string) => page.includes('<script>alert') || page.includes('<img src=x');

describe('questions and answers with anything in them', () => {
  test('whatever is sent gets an answer: each error names a question that is asked, and what was entered is kept', () => {
    fc.assert(
      fc.property(
        anyQuestions,
        fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', '__proto__', 'q1-day'), anything),
        (questions, input) => {
          const form = questionsForm(questions);
          const result = parseForm(form, input);
          const view = viewForm(form, result.kind === 'invalid' ? result : {});
          for (const { field, message } of view.errors) {
            expect(questions.map(({ questionId }) => questionId)).toContain(field);
            expect(message.length).toBeGreaterThan(8);
          }
          if (result.kind === 'invalid') return;
          const { plain, sensitive } = answersOf(questions, result.value);
          const askable = new Set(
            askedOf(
              questions,
              (id) =>
                answersOf(questions, result.value)
                  .plain.concat(sensitive)
                  .find((each) => each.questionId === id)?.value,
            ).map((each) => each.questionId),
          );
          for (const answer of [...plain, ...sensitive]) expect(askable.has(answer.questionId)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('markup stays text on every page, and every page is valid HTML', async () => {
    const input = Object.fromEntries(hostileQuestions.map(({ questionId, kind }) => [questionId, kind === 'date' ? '2026-03-27' : nasty]));
    const pages = everyPage(input);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      expect(tellsMarkup(page)).toBe(false);
      expect(page).toContain('&lt;script>');
    }
    for (const page of [pages[0], pages.at(-1), ...pages.slice(-12, -8)]) expect(await htmlProblems(page ?? '')).toEqual([]);
  });

  test('a twin that writes a question as it stands is caught', () => {
    const page = everyPage({})[0] ?? '';
    expect(tellsMarkup(page.replace('</form>', `${hostileQuestions[0]?.label}</form>`))).toBe(true);
  });
});
