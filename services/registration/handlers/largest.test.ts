import { getItem, toItem } from '@convener/dynamodb';
import { expect, test } from 'vitest';
import { bytesOf, mostBytesOfQuestions, mostQuestions, type Question } from '../domain/questions.ts';
import { longestAnswer } from '../pages/questions-form.ts';
import { registrationKey } from '../store/keys.ts';
import { questionStore } from '../store/question-store.ts';
import { answering, ask } from '../testing/asking.ts';
import { clock, good, stored, world } from '../testing/attendee.ts';
import { choiceQuestion, shortQuestion } from '../testing/questions.ts';
import { changeQuestions } from '../use-cases/change-questions.ts';

/** R20: the largest of everything is kept, or refused with a sentence before AWS would refuse it with none. */
const mostBytesOfItem = 400 * 1024;
const context = { now: clock.now(), actor: { kind: 'organiser', id: 'org_sample' } } as const;
/** Characters of four bytes each. */
const wide = (characters: number) => '🎉'.repeat(characters);

test('questions as long as each may be are refused together, and what was asked before stays', async () => {
  const mine = await world();
  const ports = { ...mine.event.ports, questions: questionStore(mine.event.table) };
  const options = Array.from({ length: 40 }, (_, number) => `${number} ${wide(190)}`);
  const kinds: string[] = [];
  for (let number = 0; number < mostQuestions; number += 1) {
    const { version: _, questionId, ...draft } = choiceQuestion(`q${number}`, options, { label: wide(300), help: wide(1000) });
    const outcome = await changeQuestions(mine.event.eventId, { kind: 'add', questionId, draft }, context, ports);
    kinds.push(outcome.kind === 'refused' ? outcome.because.kind : outcome.kind);
  }
  expect(new Set(kinds)).toEqual(new Set(['changed', 'too-long']));
  const { questions } = await ports.questions.load(mine.event.eventId);
  expect(questions.questions).toHaveLength(kinds.filter((kind) => kind === 'changed').length);
});

/** As many long questions as there may be, and choices of which all are picked, up to what an event may ask. */
function everythingAsked(): readonly Question[] {
  const long = Array.from({ length: mostQuestions - 1 }, (_, number): Question => longQuestion(`q${number}`));
  const room = mostBytesOfQuestions - bytesOf(long) - 2000;
  const options = Array.from({ length: 40 }, (_, number) => `${number} ${wide(Math.floor(room / 40 / 4) - 4)}`);
  return [...long, severalOf('all', options)];
}

function longQuestion(questionId: string): Question {
  const { label: _, ...rest } = shortQuestion(questionId);
  return { ...rest, label: wide(100), kind: 'long-text' };
}

function severalOf(questionId: string, options: readonly string[]): Question {
  return { ...choiceQuestion(questionId, options), kind: 'several-of', options };
}

test('somebody who answers everything as long as they may has a registration, within an item', async () => {
  const mine = await world();
  const questions = everythingAsked();
  expect(bytesOf(questions)).toBeGreaterThan(mostBytesOfQuestions * 0.9);
  await ask(mine, questions);
  const answers = Object.fromEntries(
    questions.map((question) => [question.questionId, 'options' in question ? question.options : wide(longestAnswer)]),
  );
  await answering(mine, { ...good, name: wide(100), organisation: wide(200), comingAs: wide(200), ...answers });
  const registration = await stored(mine);
  expect(registration?.answers).toHaveLength(mostQuestions);
  const item = await getItem(mine.event.table, registrationKey(registration?.registrationId ?? ''));
  const size = bytesInItem(item ?? {});
  expect(size).toBeGreaterThan(250_000);
  expect(size).toBeLessThan(mostBytesOfItem * 0.95);
  for (const envelope of item?.envelopes?.L ?? []) expect(bytesInItem({ envelope })).toBeLessThan(16 * 1024);
});

test('without the limit the same choices would be more than an item holds', () => {
  const options = Array.from({ length: 40 }, (_, number) => `${number} ${wide(190)}`);
  const each = choiceQuestion('q', options, { label: wide(300), help: wide(1000) });
  expect(bytesInItem(toItem({ questions: Array.from({ length: mostQuestions }, () => each) }))).toBeGreaterThan(mostBytesOfItem);
});

/** At least what DynamoDB counts: names, values, and the marks of their kinds. */
function bytesInItem(item: object): number {
  return new TextEncoder().encode(JSON.stringify(item)).length;
}
