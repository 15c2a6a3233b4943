import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleContent } from '../testing/sample-content.ts';
import { adviceOn } from './checks.ts';
import { distance, namesLike } from './names.ts';

function kinds(changes: Parameters<typeof sampleContent>[0]): readonly string[] {
  return adviceOn(sampleContent(changes)).map((advice) => ('text' in advice ? `${advice.kind} ${advice.text}` : advice.kind));
}

test('a sound report gets no advice', () => {
  expect(adviceOn(sampleContent())).toEqual([]);
});

describe('links', () => {
  test.each([
    ['[More here](https://example.org)', 'link-text More here'],
    ['[here](https://example.org).', 'link-text here'],
    ['See [this link](https://example.org).', 'link-text this link'],
    ['[Click here](https://example.org)', 'link-text Click here'],
    ['People with needs too. More here.', 'link-text More here'],
    ['[https://example.org/a](https://example.org/a)', 'bare-address https://example.org/a'],
    ['See https://example.org/a', 'bare-address https://example.org/a'],
  ])('%s', (introduction, advice) => expect(kinds({ introduction })).toEqual([advice]));

  test.each([
    '[The co-production guide](https://example.org)',
    'There is more here than meets the eye.',
    'We are all here.',
    '[More about remuneration](https://example.org)',
  ])('%s is fine', (introduction) => expect(kinds({ introduction })).toEqual([]));
});

test('empty parts are named with their place', () => {
  const speakers = sampleContent().speakers.map((speaker) => ({ ...speaker, section: ' \n' }));
  const empty = sampleContent({ introduction: '', context: { heading: 'A', prose: '' }, speakers, question: '', themes: [] });
  expect(adviceOn(empty)).toEqual([
    { kind: 'empty', at: { part: 'introduction' } },
    { kind: 'empty', at: { part: 'context' } },
    { kind: 'empty', at: { part: 'speaker', speakerId: 'spk_1', name: 'Sample Speaker' } },
    { kind: 'no-question' },
    { kind: 'no-themes' },
  ]);
});

describe('names', () => {
  test.each([
    ['Anne-Marie Barry', 'Annie-Marie concluded', ['Annie-Marie']],
    ['Anne-Marie Barry', 'Anne-Marie’s team and Anne-Marie Barry', []],
    ['Doreen Grove', 'Dorreen kicked off. Doreen Groves said', ['Dorreen', 'Groves']],
    ['Siân Rees', 'Sian and Siân', []],
    ['Jo Li', 'Jos and Lia met in Lima', []],
  ])('%s in “%s”', (name, text, found) => expect(namesLike(name, text)).toEqual(found));

  test('are never found in themselves, and distance is a metric', () => {
    const word = fc.stringMatching(/^[a-z]{0,8}$/);
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
    );
  });
});

describe('abbreviations', () => {
  test('are told once, where they come first', () => {
    expect(kinds({ introduction: 'SCN members met.', ending: 'Thanks to SCN.' })).toEqual(['abbreviation SCN']);
  });
  test.each([
    'The Sample Care Network (SCN) met. SCN grew.',
    'SCN (Sample Care Network) met.',
    'The Society of Care Nurses met. SCN grew.',
    'The NHS and the UK met.',
    'See [what SCN did](https://example.org/NOTHERE).  The Society for Care Nurses.',
  ])('%s is explained', (introduction) => expect(kinds({ introduction })).toEqual([]));
});
