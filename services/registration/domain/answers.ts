import type { Role } from '@convener/contracts';
import { type Answered, type AnswerValue, askedOf, type Question, type QuestionKind } from './questions.ts';
import { keptUntil, type RetentionClass, shorterOf } from './retention-classes.ts';

/** One answer with the question as it was asked, so that it stays readable when the question changes or goes. */
export interface Answer {
  readonly questionId: string;
  readonly version: number;
  readonly kind: QuestionKind;
  readonly asked: string;
  readonly value: AnswerValue;
  /** As it was promised when it was asked. */
  readonly retention: RetentionClass;
}

export interface SensitiveAnswer extends Answer {
  readonly readableBy: Role;
}

/** What the registration itself tells of a sensitive answer: that it is there, never what it says. */
export type SensitiveMark = Pick<SensitiveAnswer, 'questionId' | 'retention' | 'readableBy'>;

/** Sensitive answers are kept apart from the registration, in an item that only few doors lead to. */
export interface Answers {
  readonly plain: readonly Answer[];
  readonly sensitive: readonly SensitiveAnswer[];
}

export const noAnswers: Answers = { plain: [], sensitive: [] };

/** What the form read, by question. An answer left empty is no answer. */
export type ReadValues = Readonly<Record<string, unknown>>;

export function markOf({ questionId, retention, readableBy }: SensitiveAnswer): SensitiveMark {
  return { questionId, retention, readableBy };
}

/** The answers of somebody who filled the form in; what they are not asked is left out, whatever was sent. */
export function answersOf(questions: readonly Question[], values: ReadValues): Answers {
  const answered: Answered = (questionId) => (Object.hasOwn(values, questionId) ? answerValue(values[questionId]) : undefined);
  const plain: Answer[] = [];
  const sensitive: SensitiveAnswer[] = [];
  for (const question of askedOf(questions, answered)) {
    const value = answered(question.questionId);
    if (value === undefined) continue;
    const { questionId, version, kind, label: asked, retention, readableBy } = question;
    const answer = { questionId, version, kind, asked, value, retention };
    if (readableBy) sensitive.push({ ...answer, readableBy });
    else plain.push(answer);
  }
  return { plain, sensitive };
}

/** What a field read, as an answer; nothing where it was left empty. */
export function answerValue(read: unknown): AnswerValue | undefined {
  if (typeof read === 'string') return read === '' ? undefined : read;
  if (typeof read === 'number' || typeof read === 'boolean') return read;
  if (!Array.isArray(read)) return undefined;
  const texts = read.filter((each) => typeof each === 'string');
  return texts.length > 0 ? texts : undefined;
}

/**
 * Somebody changes their answers. What they are no longer asked because of what they say now goes; what they could not answer here stays:
 * answers to questions that were removed, or that organisers have since made to hang on something else.
 */
export function changedAnswers(before: Answers, questions: readonly Question[], values: ReadValues): Answers {
  const after = answersOf(questions, values);
  const old = new Map([...before.plain, ...before.sensitive].map((answer) => [answer.questionId, answer.value]));
  const couldChange = new Set(askedOf(questions, (id) => old.get(id)).map(({ questionId }) => questionId));
  const given = new Set([...after.plain, ...after.sensitive].map(({ questionId }) => questionId));
  const answered: Answered = (id) => (Object.hasOwn(values, id) ? answerValue(values[id]) : undefined);
  const isAsked = new Set(askedOf(questions, answered).map(({ questionId }) => questionId));
  const stays = ({ questionId }: Answer) => !given.has(questionId) && !couldChange.has(questionId) && !isAsked.has(questionId);
  return {
    plain: [...after.plain, ...before.plain.filter(stays)],
    sensitive: [...after.sensitive, ...before.sensitive.filter(stays)],
  };
}

/** Values that the form starts from when somebody changes what they answered. */
export function valuesOf({ plain, sensitive }: Answers): Readonly<Record<string, AnswerValue>> {
  return Object.fromEntries([...plain, ...sensitive].map(({ questionId, value }) => [questionId, value]));
}

interface Answering {
  readonly answers?: readonly Answer[] | undefined;
  readonly sensitive?: readonly SensitiveMark[] | undefined;
}

/** Ids of the questions whose answers this registration must not keep any longer: by what was promised, or by a shorter class since. */
export function answersToForget(
  registration: Answering,
  questions: readonly Question[],
  event: { readonly endsAt: string },
  now: Date,
): readonly string[] {
  const classes = new Map(questions.map(({ questionId, retention }) => [questionId, retention]));
  return [...(registration.answers ?? []), ...(registration.sensitive ?? [])]
    .filter(
      ({ questionId, retention }) =>
        keptUntil(shorterOf(retention, classes.get(questionId) ?? retention), event.endsAt) <= now.toISOString(),
    )
    .map(({ questionId }) => questionId);
}
