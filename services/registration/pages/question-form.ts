import {
  defineForm,
  type FieldError,
  type Form,
  type FormValues,
  integer,
  longText,
  oneOf,
  severalOf,
  text,
  ticked,
  yesNo,
} from '@convener/forms';
import {
  choicesOf,
  type Question,
  type QuestionCondition,
  type QuestionDraft,
  type QuestionKind,
  questionKinds,
} from '../domain/questions.ts';
import { retentionClasses } from '../domain/retention-classes.ts';
import { organiseQuestionWords as words } from '../words.organise-questions.en.ts';

const mostOptions = 40;
const longestOption = 200;

export const readers = ['everybody', 'organiser', 'access-coordinator', 'editor'] as const;

/** What can be changed of a question at any time. */
const changeable = {
  label: text({ what: 'what you ask', max: 300 }),
  help: longText({ what: 'the help with the answer', max: 1000, optional: true }),
  why: text({ what: 'why you ask', max: 300 }),
  options: longText({ what: 'the answers to choose from', max: 10_000, optional: true }),
  required: ticked({ what: 'that it must be answered' }),
  retention: oneOf({ what: 'how long you need the answers', from: retentionClasses }),
};

export const editQuestionForm = defineForm({
  fields: {
    ...changeable,
    /** As it stood when the form was made. */
    version: integer({ what: 'the version that you saw', min: 1 }),
  },
});

export const addQuestionForm = defineForm({
  fields: {
    ...changeable,
    kind: oneOf({ what: 'how it is answered', from: questionKinds }),
    readableBy: oneOf({ what: 'who may read the answers', from: readers }),
  },
  rules: [({ kind, options }) => optionsRule(kind, options)],
});

/** A page sends the answers to choose from as lines; a program may send them as the list that it gets. */
export function withLines(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { options } = fields;
  return Array.isArray(options) && options.every((each) => typeof each === 'string') ? { ...fields, options: options.join('\n') } : fields;
}

export const moveQuestionForm = defineForm({ fields: { direction: oneOf({ what: 'where to move it', from: ['up', 'down'] }) } });
/** A program says yes or no; a page's form says that it is whole, since a browser does not send what is not ticked. */
export const supportersForm = defineForm({ fields: { asksSupporter: yesNo({ what: 'whether you ask about supporters' }) } });

/** The condition is a form of its own, made of what the earlier questions offer. */
export function conditionForm(earlier: readonly Question[]): Form<Readonly<Record<string, ReturnType<typeof severalOf>>>> {
  const from = earlier.flatMap((question) => choicesOf(question).map((choice) => conditionValue(question.questionId, choice)));
  return defineForm({ fields: from.length > 0 ? { askIf: severalOf({ what: 'of whom it is asked', from }) } : {} });
}

export function conditionValue(questionId: string, choice: string): string {
  return `${questionId}=${choice}`;
}

export type Drafted = { readonly kind: 'draft'; readonly draft: QuestionDraft } | { readonly kind: 'wrong'; readonly error: FieldError };

type Given = Omit<FormValues<typeof editQuestionForm>, 'version'>;

/** Puts together what the two forms read; `kind` and reader are those of the question where it is there already. */
export function draftOf(given: Given, askIf: readonly string[], { kind, readableBy }: Pick<QuestionDraft, 'kind' | 'readableBy'>): Drafted {
  const { label, help = '', why, required, retention } = given;
  const condition = conditionOf(askIf);
  if (condition === 'several') return { kind: 'wrong', error: { field: 'askIf', id: 'askIf', message: words.errors.oneQuestion } };
  const wording = { label, help, why, required, retention, condition, readableBy };
  if (kind !== 'one-of' && kind !== 'several-of') return { kind: 'draft', draft: { ...wording, kind } };
  const wrong = optionsRule(kind, given.options);
  if (wrong) return { kind: 'wrong', error: { ...wrong, id: wrong.field } };
  return { kind: 'draft', draft: { ...wording, kind, options: optionsOf(given.options) } };
}

function conditionOf(askIf: readonly string[]): QuestionCondition | undefined | 'several' {
  const pairs = askIf.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] as const);
  const [first] = pairs;
  if (!first) return undefined;
  if (pairs.some(([questionId]) => questionId !== first[0])) return 'several';
  return { questionId: first[0], is: pairs.map(([, choice]) => choice) };
}

function optionsRule(kind: QuestionKind, options: string | undefined): { readonly field: 'options'; readonly message: string } | undefined {
  if (kind !== 'one-of' && kind !== 'several-of') return undefined;
  const lines = optionsOf(options);
  if (lines.length < 2) return { field: 'options', message: words.errors.fewOptions };
  if (lines.length > mostOptions) return { field: 'options', message: words.errors.manyOptions };
  return lines.some((line) => line.length > longestOption) ? { field: 'options', message: words.errors.longOption } : undefined;
}

/** As it is read again when somebody picks it: what is not the same to the letter could never be picked. */
const anOption = text({ what: 'an answer to choose from', max: 10_000, optional: true });

/** One a line, each once. */
function optionsOf(typed: string | undefined): readonly string[] {
  const lines = (typed ?? '').split('\n').flatMap((line) => {
    const reading = anOption.read(line);
    return reading.kind === 'read' && reading.value ? [reading.value] : [];
  });
  return [...new Set(lines)];
}
