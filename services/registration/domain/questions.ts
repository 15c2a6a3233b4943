import type { Role } from '@convener/contracts';
import type { RetentionClass } from './retention-classes.ts';

/** How a question is answered. */
export const questionKinds = ['text', 'long-text', 'one-of', 'several-of', 'yes-no', 'date', 'number'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export type ChoiceKind = 'one-of' | 'several-of';

/** Asked only of those who gave one of these answers to an earlier question; "yes" and "no" stand for themselves. */
export interface QuestionCondition {
  readonly questionId: string;
  readonly is: readonly string[];
}

interface Wording {
  readonly label: string;
  readonly help: string;
  /** "Why do we ask?", in the organisers' words. */
  readonly why: string;
  readonly required: boolean;
  readonly retention: RetentionClass;
  readonly condition: QuestionCondition | undefined;
}

/** An option is its text: an answer stays readable whatever becomes of its question. */
export type AnswerShape =
  | { readonly kind: ChoiceKind; readonly options: readonly string[] }
  | { readonly kind: Exclude<QuestionKind, ChoiceKind> };

export type QuestionDraft = Wording &
  AnswerShape & {
    /** The role that alone reads the answers to a sensitive question; undefined where whoever sees the registration may. */
    readonly readableBy: Role | undefined;
  };

export type Question = QuestionDraft & {
  readonly questionId: string;
  /** Rises as the question is changed; an answer says which version it answered. */
  readonly version: number;
};

/** All that registration asks of the attendees of one event beside what it always asks, in the order in which it asks. */
export interface EventQuestions {
  readonly version: number;
  readonly questions: readonly Question[];
  /** Whether somebody may say that a supporter or personal assistant comes with them, who takes no place. */
  readonly asksSupporter: boolean;
}

export const noQuestions: EventQuestions = { version: 0, questions: [], asksSupporter: false };

/** A form that nobody finishes helps nobody. */
export const mostQuestions = 30;

/**
 * How much all questions of an event may hold, in bytes of UTF-8: what is picked is kept with its question's words, and a registration that
 * answered everything as long as it may (30 × 2,000 characters of four bytes, and this) stays within an item of DynamoDB, 400 KB.
 */
export const mostBytesOfQuestions = 90_000;

export function bytesOf(questions: readonly QuestionDraft[]): number {
  return new TextEncoder().encode(JSON.stringify(questions)).length;
}

export type AnswerValue = string | number | boolean | readonly string[];
export type Answered = (questionId: string) => AnswerValue | undefined;

/** The questions that somebody who answered so is asked. One that hangs on a question not asked is not asked either. */
export function askedOf(questions: readonly Question[], answered: Answered): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const question of questions) {
    const { condition } = question;
    if (!condition || (asked.has(condition.questionId) && meets(condition, answered(condition.questionId)))) {
      asked.set(question.questionId, question);
    }
  }
  return [...asked.values()];
}

function meets(condition: QuestionCondition, value: AnswerValue | undefined): boolean {
  return answerTexts(value).some((text) => condition.is.includes(text));
}

/** What a condition compares: the options that were picked, or "yes" and "no". */
function answerTexts(value: AnswerValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'object' ? value : [String(value)];
}

/** What others may hang on: the answers of a question that has only so many. */
export function choicesOf(question: Question): readonly string[] {
  if (question.kind === 'yes-no') return ['yes', 'no'];
  return 'options' in question ? question.options : [];
}

const shortOnes: readonly QuestionKind[] = ['text', 'yes-no', 'date', 'number'];
const mostOnAPage = 3;

/**
 * Pages of the form: one thing a page; up to three short ones that follow each other share one. A conditional, sensitive or long one
 * stands alone, and one that others hang on closes its page, so that what comes next is known when it comes.
 */
export function questionPages(questions: readonly Question[]): readonly (readonly Question[])[] {
  const pages: Question[][] = [];
  let open: Question[] | undefined;
  for (const question of questions) {
    const shares = shortOnes.includes(question.kind) && !question.condition && !question.readableBy;
    if (open && shares && open.length < mostOnAPage) {
      open.push(question);
    } else {
      open = [question];
      pages.push(open);
    }
    const hangs = questions.some(({ condition }) => condition?.questionId === question.questionId);
    if (!shares || hangs) open = undefined;
  }
  return pages;
}
