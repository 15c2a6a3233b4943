import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyQuestions, shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import { changedAnswers, type SensitiveAnswer } from './answers.ts';
import { correctableBy, withoutNewDuties } from './correctable.ts';

const worry = yesNoQuestion('worry', { readableBy: 'access-coordinator' });
const which = shortQuestion('which', { condition: { questionId: 'worry', is: ['yes'] } });
const lunch = yesNoQuestion('lunch', { required: true });
const ids = (questions: readonly { readonly questionId: string }[]) => questions.map(({ questionId }) => questionId);

test('what other roles read is not theirs to change, nor what hangs on it, also where it was written before that was refused', () => {
  expect(ids(correctableBy(['organiser'], [lunch, worry, which]))).toEqual(['lunch']);
  expect(ids(correctableBy(['organiser', 'access-coordinator'], [lunch, worry, which]))).toEqual(['lunch', 'worry', 'which']);
});

test('only what was answered has to stay answered', () => {
  const { questionId, version, kind, label: asked, retention } = lunch;
  const answer = { questionId, version, kind, asked, retention, value: true };
  const required = (plain: (typeof answer)[]) => withoutNewDuties([lunch, which], { plain, sensitive: [] }).map((each) => each.required);
  expect([required([answer]), required([])]).toEqual([
    [true, false],
    [false, false],
  ]);
});

const sensitiveTo = (questions: Parameters<typeof correctableBy>[1]): readonly SensitiveAnswer[] =>
  questions.flatMap(({ questionId, version, kind, label: asked, retention, readableBy }) =>
    readableBy ? [{ questionId, version, kind, asked, retention, readableBy, value: 'secret' }] : [],
  );

test('whatever an organiser sends, the answers of another role stay to the letter', () => {
  fc.assert(
    fc.property(
      anyQuestions,
      fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3'), fc.constantFrom('x', 'yes', true, '')),
      (questions, values) => {
        const sensitive = sensitiveTo(questions);
        const after = changedAnswers({ plain: [], sensitive }, correctableBy(['organiser'], questions), values);
        const others = sensitive.filter(({ readableBy }) => readableBy !== 'organiser');
        expect(after.sensitive).toEqual(expect.arrayContaining(others));
      },
    ),
  );
});

test('is caught by this test: a twin that lets them change everything', () => {
  const after = changedAnswers({ plain: [], sensitive: sensitiveTo([worry]) }, [worry], {});
  expect(after.sensitive).toEqual([]);
});
