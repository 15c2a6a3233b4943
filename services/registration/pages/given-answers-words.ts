import type { SummaryRow } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import type { Answer } from '../domain/answers.ts';
import { questionWords } from '../words.questions.en.ts';

/** An answer as people read it. */
export function answerWords({ kind, value }: Pick<Answer, 'kind' | 'value'>): string {
  if (typeof value === 'boolean') return value ? questionWords.yes : questionWords.no;
  if (typeof value === 'object') return value.join(', ');
  return kind === 'date' && typeof value === 'string' ? plainDate(`${value}T12:00:00Z`, 'UTC') : String(value);
}

/** Question by question, in the words in which it was asked. */
export function answerRows(answers: readonly Answer[]): readonly SummaryRow[] {
  return answers.map((answer) => ({ key: answer.asked, value: answerWords(answer) }));
}
