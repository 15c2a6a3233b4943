import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDraft, anyQuestions, anyValues, choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import { type Answers, answersOf, answersToForget, changedAnswers, markOf, noAnswers, type ReadValues } from './answers.ts';
import { decideQuestions, type QuestionsCommand } from './decide-questions.ts';
import { askedOf, type EventQuestions, noQuestions, type Question, questionPages } from './questions.ts';

const lunch = yesNoQuestion('lunch');
const diet = choiceQuestion('diet', ['Meat', 'None'], { condition: { questionId: 'lunch', is: ['yes'] } });
const spice = shortQuestion('spice', { condition: { questionId: 'diet', is: ['Meat'] } });
const chain = [lunch, diet, spice];
const ids = (questions: readonly Pick<Question, 'questionId'>[]) => questions.map(({ questionId }) => questionId);

describe('conditions', () => {
  test('a question is asked only of those whose earlier answer it hangs on, and so is what hangs on it', () => {
    const asked = (values: Record<string, boolean | string>) => ids(askedOf(chain, (id) => values[id]));
    expect(asked({})).toEqual(['lunch']);
    expect(asked({ lunch: true })).toEqual(['lunch', 'diet']);
    expect(asked({ lunch: true, diet: 'Meat' })).toEqual(['lunch', 'diet', 'spice']);
    expect(asked({ lunch: false, diet: 'Meat' })).toEqual(['lunch']);
  });

  test('an answer that is no longer asked is not kept', () => {
    const { plain } = answersOf(chain, { lunch: false, diet: 'Meat', spice: 'hot' });
    expect(ids(plain)).toEqual(['lunch']);
  });

  test('whatever is sent, only what is asked is kept; each answer has the question as it was asked', () => {
    fc.assert(
      fc.property(
        anyQuestions.chain((questions) => fc.tuple(fc.constant(questions), anyValues(questions))),
        ([questions, values]) => {
          const { plain, sensitive } = answersOf(questions, values);
          const asked = askedOf(questions, (id) => values[id]);
          for (const answer of [...plain, ...sensitive]) {
            const question = asked.find(({ questionId }) => questionId === answer.questionId);
            expect([question?.label, question?.version, question?.retention]).toEqual([answer.asked, answer.version, answer.retention]);
          }
          expect(plain.every(({ questionId }) => !asked.find((each) => each.questionId === questionId)?.readableBy)).toBe(true);
          expect(plain.length + sensitive.length).toBe(asked.filter(({ questionId }) => values[questionId] !== undefined).length);
        },
      ),
    );
  });
});

describe('pages of the form', () => {
  test('up to three short ones share a page; a long, conditional or sensitive one stands alone', () => {
    const pages = questionPages([
      shortQuestion('a'),
      yesNoQuestion('b'),
      shortQuestion('c'),
      shortQuestion('d'),
      choiceQuestion('e', ['x', 'y']),
      shortQuestion('f'),
      shortQuestion('g', { readableBy: 'organiser' }),
    ]);
    expect(pages.map(ids)).toEqual([['a', 'b', 'c'], ['d'], ['e'], ['f'], ['g']]);
    expect(questionPages(chain).map(ids)).toEqual([['lunch'], ['diet'], ['spice']]);
  });

  test('every question is on one page, in order, and what it hangs on is on an earlier one', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const pages = questionPages(questions);
        expect(ids(pages.flat())).toEqual(ids(questions));
        for (const [at, page] of pages.entries()) {
          for (const { condition } of page) {
            if (condition) expect(ids(pages.slice(0, at).flat())).toContain(condition.questionId);
          }
        }
      }),
    );
  });
});

describe('changing questions', () => {
  const state: EventQuestions = { version: 3, questions: chain, asksSupporter: false };
  const refusal = (command: QuestionsCommand) => {
    const decision = decideQuestions(state, command);
    return decision.kind === 'refused' ? decision.because.kind : decision.kind;
  };

  test('refuses what would leave a condition without its answer, and says which question it is', () => {
    expect(decideQuestions(state, { kind: 'remove', questionId: 'lunch' })).toEqual({
      kind: 'refused',
      because: { kind: 'others-hang', label: diet.label },
    });
    expect(refusal({ kind: 'move', questionId: 'lunch', direction: 'down' })).toBe('others-hang');
    expect(
      refusal({
        kind: 'edit',
        questionId: 'diet',
        seen: 1,
        draft: { ...choiceQuestion('diet', ['None', 'Fish']), condition: diet.condition },
      }),
    ).toBe('others-hang');
    expect(refusal({ kind: 'add', questionId: 'x', draft: shortQuestion('x', { condition: { questionId: 'spice', is: ['hot'] } }) })).toBe(
      'no-such-answer',
    );
  });

  test('an edit says which version it saw; how it is answered and who reads it stay', () => {
    expect(refusal({ kind: 'edit', questionId: 'lunch', seen: 0, draft: lunch })).toBe('changed-since');
    expect(refusal({ kind: 'edit', questionId: 'lunch', seen: 1, draft: shortQuestion('lunch') })).toBe('another-question');
    expect(refusal({ kind: 'edit', questionId: 'lunch', seen: 1, draft: { ...lunch, readableBy: 'organiser' } })).toBe('another-question');
    expect(refusal({ kind: 'edit', questionId: 'lunch', seen: 1, draft: lunch })).toBe('unchanged');
    expect(refusal({ kind: 'edit', questionId: 'lunch', seen: 1, draft: { ...lunch, label: 'Other' } })).toBe('changed');
  });
});

type Changing = (before: Answers, questions: readonly Question[], values: ReadValues) => Answers;
type Round =
  | { readonly kind: 'organiser'; readonly command: QuestionsCommand }
  | { readonly kind: 'attendee'; readonly values: ReadValues };

/** One organiser and one attendee, each changing their mind, in any order. */
const anyRound = (state: EventQuestions, at: number): fc.Arbitrary<Round> => {
  const known = state.questions.length > 0 ? fc.constantFrom(...state.questions) : undefined;
  const commands: fc.Arbitrary<QuestionsCommand>[] = [
    anyDraft(state.questions).map((draft) => ({ kind: 'add', questionId: `q${at}`, draft })),
    ...(known
      ? [
          known.map((question): QuestionsCommand => ({ kind: 'remove', questionId: question.questionId })),
          fc
            .tuple(known, fc.constantFrom('up' as const, 'down' as const))
            .map(([{ questionId }, direction]): QuestionsCommand => ({ kind: 'move', questionId, direction })),
          known.chain((question) =>
            anyDraft(state.questions).map(
              (draft): QuestionsCommand => ({
                kind: 'edit',
                questionId: question.questionId,
                seen: question.version,
                draft: { ...question, label: draft.label, retention: draft.retention, condition: draft.condition },
              }),
            ),
          ),
        ]
      : []),
  ];
  return fc.oneof(
    fc.oneof(...commands).map((command): Round => ({ kind: 'organiser', command })),
    anyValues(state.questions).map((values): Round => ({ kind: 'attendee', values })),
  );
};

/** What somebody said goes only by what they say themselves; says which answer was lost without that. */
function lostBy(changing: Changing, seed: number): string | undefined {
  let lost: string | undefined;
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 2 ** 30 })), (seeds) => {
      let [state, answers]: [EventQuestions, Answers] = [noQuestions, noAnswers];
      for (let at = 0; at < 14; at += 1) {
        const [round] = fc.sample(anyRound(state, at), { numRuns: 1, seed: seeds.next().value });
        if (!round) continue;
        if (round.kind === 'organiser') {
          const decision = decideQuestions(state, round.command);
          if (decision.kind === 'changed') state = decision.next;
          continue;
        }
        const before = [...answers.plain, ...answers.sensitive];
        const offered = new Set(ids(askedOf(state.questions, (id) => before.find(({ questionId }) => questionId === id)?.value)));
        answers = changing(answers, state.questions, round.values);
        const after = new Set([...answers.plain, ...answers.sensitive].map(({ questionId }) => questionId));
        lost ??= before.find(
          ({ questionId }) => !after.has(questionId) && !offered.has(questionId) && round.values[questionId] === undefined,
        )?.questionId;
      }
    }),
    { numRuns: 150, seed },
  );
  return lost;
}

describe('no sequence of changed questions loses an answer', () => {
  test('what was said stays until whoever said it says otherwise', () => {
    expect(lostBy(changedAnswers, 7)).toBeUndefined();
  });

  test('a twin that keeps only what is asked today is caught', () => {
    expect(lostBy((_before, questions, values) => answersOf(questions, values), 7)).toBeDefined();
  });

  test('an answer is still read as it was asked after its question was changed and removed', () => {
    const { plain } = answersOf([lunch], { lunch: true });
    const after = changedAnswers({ plain, sensitive: [] }, [shortQuestion('other')], { other: 'hello' });
    expect(after.plain.map(({ asked, value }) => [asked, value])).toEqual([
      ['What about other?', 'hello'],
      ['Is it lunch?', true],
    ]);
  });
});

describe('forgetting by class', () => {
  const endsAt = '2026-03-01T16:00:00.000Z';
  const answers = answersOf(
    [
      shortQuestion('a', { retention: 'until-over' }),
      shortQuestion('b', { retention: 'month-after' }),
      shortQuestion('c', { retention: 'quarter-after', readableBy: 'organiser' }),
    ],
    { a: 'x', b: 'x', c: 'x' },
  );
  const registration = { answers: answers.plain, sensitive: answers.sensitive.map(markOf) };
  const forgotten = (at: string, questions: readonly Question[] = []) => answersToForget(registration, questions, { endsAt }, new Date(at));

  test('each at its own time, the sensitive too', () => {
    expect(forgotten('2026-03-01T15:59:59Z')).toEqual([]);
    expect(forgotten(endsAt)).toEqual(['a']);
    expect(forgotten('2026-03-31T16:00:00Z')).toEqual(['a', 'b']);
    expect(forgotten('2026-05-30T16:00:00Z')).toEqual(['a', 'b', 'c']);
  });

  test('a promise may become shorter, never longer', () => {
    expect(forgotten(endsAt, [shortQuestion('c', { retention: 'until-over' })])).toEqual(['a', 'c']);
    expect(forgotten(endsAt, [shortQuestion('a', { retention: 'quarter-after' })])).toEqual(['a']);
  });
});
