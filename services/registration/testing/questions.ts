import fc from 'fast-check';
import { type AnswerValue, choicesOf, type Question, type QuestionDraft, questionKinds } from '../domain/questions.ts';
import { retentionClasses } from '../domain/retention-classes.ts';

type Changes = Partial<
  Pick<Question, 'questionId' | 'version' | 'label' | 'help' | 'why' | 'required' | 'retention' | 'condition' | 'readableBy'>
>;
const plain = {
  version: 1,
  help: '',
  why: 'So that we can plan the day.',
  required: false,
  retention: 'month-after',
  condition: undefined,
  readableBy: undefined,
} as const;

export function shortQuestion(questionId: string, changes: Changes = {}): Question {
  return { ...plain, kind: 'text', questionId, label: `What about ${questionId}?`, ...changes };
}

export function yesNoQuestion(questionId: string, changes: Changes = {}): Question {
  return { ...plain, kind: 'yes-no', questionId, label: `Is it ${questionId}?`, ...changes };
}

export function choiceQuestion(questionId: string, options: readonly string[], changes: Changes = {}): Question {
  return { ...plain, kind: 'one-of', options, questionId, label: `Which ${questionId}?`, ...changes };
}

const optionTexts = ['Tea', 'Coffee', 'Water', 'yes', '<b>"&'] as const;

/** Any question, hanging on any of the earlier ones. */
export function anyDraft(earlier: readonly Question[]): fc.Arbitrary<QuestionDraft> {
  const conditions = earlier.flatMap((question) =>
    choicesOf(question).length > 0
      ? [fc.subarray([...choicesOf(question)], { minLength: 1 }).map((is) => ({ questionId: question.questionId, is }))]
      : [],
  );
  return fc
    .record({
      kind: fc.constantFrom(...questionKinds),
      label: fc.string({ minLength: 1, maxLength: 20 }),
      help: fc.string({ maxLength: 10 }),
      why: fc.string({ minLength: 1, maxLength: 10 }),
      required: fc.boolean(),
      retention: fc.constantFrom(...retentionClasses),
      readableBy: fc.constantFrom(undefined, 'organiser' as const, 'access-coordinator' as const),
      condition: conditions.length > 0 ? fc.oneof(fc.constant(undefined), ...conditions) : fc.constant(undefined),
      options: fc.subarray([...optionTexts], { minLength: 2 }),
    })
    .map(({ kind, options, ...rest }) => (kind === 'one-of' || kind === 'several-of' ? { ...rest, kind, options } : { ...rest, kind }));
}

/** Questions as organisers may make them, each hanging on earlier ones or on nothing. */
export const anyQuestions: fc.Arbitrary<readonly Question[]> = fc.nat({ max: 6 }).chain((count) => {
  let made: fc.Arbitrary<readonly Question[]> = fc.constant([]);
  for (let at = 0; at < count; at += 1) {
    made = made.chain((earlier) => anyDraft(earlier).map((draft) => [...earlier, { ...draft, questionId: `q${at}`, version: 1 }]));
  }
  return made;
});

/** An answer of the right kind, as the form reads it; undefined where it was left empty. */
export function anyValue(question: Question): fc.Arbitrary<AnswerValue | undefined> {
  const empty = fc.constant(undefined);
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return fc.oneof(empty, fc.constantFrom('Ada', 'a longer one', '<script>'));
    case 'one-of':
      return fc.oneof(empty, fc.constantFrom(...question.options));
    case 'several-of':
      return fc.oneof(empty, fc.subarray([...question.options], { minLength: 1 }));
    case 'yes-no':
      return fc.oneof(empty, fc.boolean());
    case 'date':
      return fc.constantFrom(undefined, '2026-03-27');
    case 'number':
      return fc.oneof(empty, fc.nat());
  }
}

export function anyValues(questions: readonly Question[]): fc.Arbitrary<Readonly<Record<string, AnswerValue | undefined>>> {
  return fc.record(Object.fromEntries(questions.map((question) => [question.questionId, anyValue(question)])));
}
