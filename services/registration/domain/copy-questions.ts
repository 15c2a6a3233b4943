import { type EventQuestions, noQuestions } from './questions.ts';

/**
 * The questions of an earlier event, for a new one: under ids of their own, so that no answer of one event is ever taken for the other's.
 * Undefined where there is nothing to copy, or where somebody has begun to write the new event's own.
 */
export function copiedQuestions(from: EventQuestions, own: EventQuestions, newId: () => string): EventQuestions | undefined {
  if (own.version > 0 || (from.questions.length === 0 && !from.asksSupporter)) return undefined;
  const ids = new Map(from.questions.map(({ questionId }) => [questionId, newId()]));
  const named = (questionId: string) => ids.get(questionId) ?? questionId;
  const questions = from.questions.map((question) => ({
    ...question,
    questionId: named(question.questionId),
    version: 1,
    condition: question.condition && { ...question.condition, questionId: named(question.condition.questionId) },
  }));
  return { ...noQuestions, version: 1, questions, asksSupporter: from.asksSupporter };
}
