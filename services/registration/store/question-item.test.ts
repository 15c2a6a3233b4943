import { toItem } from '@convener/dynamodb';
import { describe, expect, test } from 'vitest';
import { keptUntil } from '../domain/retention-classes.ts';
import { answersSchema, marksSchema, questionsOf, sensitiveOf } from './question-item.ts';

const endsAt = '2026-03-01T16:00:00.000Z';
const question = { questionId: 'que_a', version: 1, label: 'A', help: '', why: 'B', required: false, kind: 'text' };
const answer = { questionId: 'que_a', version: 1, kind: 'text', asked: 'A', value: 'x' };

describe('a class that is promised no longer', () => {
  const former = { retention: 'year-after' };

  test('is read as the longest that is true, wherever it was stored', () => {
    const read = [
      ...questionsOf(toItem({ version: 3, questions: [{ ...question, ...former }], asksSupporter: false })).questions,
      ...answersSchema.parse([{ ...answer, ...former }]),
      ...marksSchema.parse([{ questionId: 'que_a', readableBy: 'organiser', ...former }]),
      ...sensitiveOf(toItem({ answers: [{ ...answer, readableBy: 'organiser', ...former }] })),
    ];
    expect(read.map(({ retention }) => retention)).toEqual(Array(4).fill('quarter-after'));
    expect(keptUntil('quarter-after', endsAt)).toBe('2026-05-30T16:00:00.000Z');
  });

  test('the others are read as they are, and what never was a class is refused', () => {
    expect(answersSchema.parse([{ ...answer, retention: 'month-after' }])[0]?.retention).toBe('month-after');
    expect(answersSchema.safeParse([{ ...answer, retention: 'for-ever' }]).success).toBe(false);
  });
});
