import type { Role } from '@convener/contracts';
import type { Answers } from './answers.ts';
import type { Question } from './questions.ts';

/**
 * Questions whose answers somebody of these roles may change for another: neither one that other roles alone read, nor one that hangs on
 * such a one, since whether it is asked would tell what was answered there.
 */
export function correctableBy(roles: readonly Role[], questions: readonly Question[]): readonly Question[] {
  const open = new Set<string>();
  for (const { questionId, readableBy, condition } of questions) {
    const mayRead = readableBy === undefined || roles.includes(readableBy);
    if (mayRead && (!condition || open.has(condition.questionId))) open.add(questionId);
  }
  return questions.filter(({ questionId }) => open.has(questionId));
}

/** An organiser who corrects a name need not know what was never answered; what was answered stays answered. */
export function withoutNewDuties(questions: readonly Question[], { plain, sensitive }: Answers): readonly Question[] {
  const answered = new Set([...plain, ...sensitive].map(({ questionId }) => questionId));
  return questions.map((question) => ({ ...question, required: question.required && answered.has(question.questionId) }));
}
