import { type Answered, askedOf, type Question, questionPages } from './questions.ts';

/** One page of questions on the way to the end of the form; only what is asked of this person stands on it. */
export interface Step {
  /** The id of the page's first question: it stays the same while organisers change others. */
  readonly key: string;
  readonly questions: readonly Question[];
}

/** The pages of questions that somebody who answered so comes to. */
export function stepsOf(questions: readonly Question[], answered: Answered): readonly Step[] {
  const asked = new Set(askedOf(questions, answered).map(({ questionId }) => questionId));
  return questionPages(questions).flatMap((page) => {
    const here = page.filter(({ questionId }) => asked.has(questionId));
    return here[0] ? [{ key: here[0].questionId, questions: here }] : [];
  });
}

/** The first page that has something on it which they have not seen, or which has to be put right. */
export function firstOpen(steps: readonly Step[], isDone: (questionId: string) => boolean): Step | undefined {
  return steps.find(({ questions }) => questions.some(({ questionId }) => !isDone(questionId)));
}

/** Where somebody goes from a page: on in order; or, where they came to change one answer, only to what that made new. */
export function stepAfter(
  steps: readonly Step[],
  key: string | undefined,
  { returning, isDone }: { readonly returning: boolean; readonly isDone: (questionId: string) => boolean },
): Step | undefined {
  if (returning) return firstOpen(steps, isDone);
  return steps[steps.findIndex((step) => step.key === key) + 1];
}

/** The page before this one; undefined where that is the first page of the form. */
export function stepBefore(steps: readonly Step[], key: string | undefined): Step | undefined {
  return key === undefined ? steps.at(-1) : steps[steps.findIndex((step) => step.key === key) - 1];
}
