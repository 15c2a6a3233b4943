import { tableFile } from '@convener/writing/table-file';
import type { Answer } from './answers.ts';
import type { Registration } from './registration.ts';

export interface AnswersTableWords {
  readonly name: string;
  readonly registration: string;
  readonly yes: string;
  readonly no: string;
}

/**
 * One row a person who comes or waits, with the registration's id that the table of registrations has too, one column a question as it was asked: where its wording changed, both stand. Sensitive answers
 * are not in it, because they are not in a registration.
 */
export function answersTable(registrations: readonly Registration[], words: AnswersTableWords): string {
  const standing = registrations.filter(({ state }) => state.kind !== 'cancelled' && state.kind !== 'pending');
  const asked = new Map(standing.flatMap(({ answers = [] }) => answers.map((answer) => [keyOf(answer), answer.asked] as const)));
  const rows = standing.map(({ registrationId, details, answers = [] }) => {
    const given = new Map(answers.map((answer) => [keyOf(answer), cellOf(answer, words)]));
    return [details.name, registrationId, ...[...asked.keys()].map((key) => given.get(key) ?? '')];
  });
  return tableFile([[words.name, words.registration, ...asked.values()], ...rows]);
}

function keyOf({ questionId, asked }: Answer): string {
  return `${questionId} ${asked}`;
}

function cellOf({ value }: Answer, { yes, no }: AnswersTableWords): string {
  if (typeof value === 'boolean') return value ? yes : no;
  return typeof value === 'object' ? value.join('; ') : String(value);
}
