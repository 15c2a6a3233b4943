import { describe, expect, test } from 'vitest';
import { provisionText } from './event-words.en.ts';

const today = '2026-11-01';

describe('a provision in words', () => {
  test('as the first version told it', () => {
    expect(provisionText({ kind: 'regular-breaks', detail: 'Ten minutes each hour' }, today)).toEqual({
      what: 'Regular breaks: Ten minutes each hour',
      awaited: undefined,
    });
  });

  test('says who does it and how many they are', () => {
    const { what } = provisionText({ kind: 'bsl-interpretation', detail: '', by: 'Sample Interpreting', people: 2 }, today);
    expect(what).toBe('British Sign Language interpretation (2 interpreters, Sample Interpreting)');
    expect(provisionText({ kind: 'live-captions', detail: '', people: 1 }, today).what).toBe('Live captions (1 captioner)');
  });

  test('says by when people will know, and promises no day that has passed', () => {
    const planned = { kind: 'hearing-loop', detail: '', knownBy: '2026-11-03' } as const;
    expect(provisionText(planned, today).awaited).toBe('We are arranging this and will know by 3 November 2026.');
    expect(provisionText(planned, '2026-11-03').awaited).toContain('3 November');
    expect(provisionText(planned, '2026-11-04').awaited).toBe('We are still arranging this.');
  });

  test('of a kind of its own is what somebody wrote', () => {
    expect(provisionText({ kind: 'other', detail: 'A dog may come' }, today).what).toBe('A dog may come');
  });
});
