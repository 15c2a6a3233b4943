import { registrationQuestionsChangedV1 } from '@convener/contracts/domain-events';
import { copiedQuestions } from '../domain/copy-questions.ts';
import { inADay } from './change-questions.ts';
import { ContendedError, mostTries } from './change-registration.ts';
import type { QuestionContext, QuestionStore } from './question-ports.ts';

export interface CopyPorts {
  readonly questions: QuestionStore;
  readonly newQuestionId: () => string;
}

/** What a new event takes over from an earlier one: once, and never over what somebody has written for it. Later changes of either stay its own. */
export async function copyQuestions(
  { eventId, fromEventId, copies }: { readonly eventId: string; readonly fromEventId: string; readonly copies: readonly string[] },
  context: QuestionContext,
  { questions, newQuestionId }: CopyPorts,
): Promise<void> {
  if (!copies.includes('registration-questions')) return;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const [from, loaded] = [await questions.load(fromEventId), await questions.load(eventId)];
    const next = copiedQuestions(from.questions, loaded.questions, newQuestionId);
    if (!next) return;
    const data = { eventId, change: 'copied' as const, questions: next.questions.length };
    const change = { next, announces: { contract: registrationQuestionsChangedV1, data }, lookAgainAt: inADay(context.now) };
    if (await questions.save(eventId, loaded, change, context)) return;
  }
  throw new ContendedError();
}
