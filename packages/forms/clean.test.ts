import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './clean.ts';

const marksOf = (text: string) => text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
/** Above and below by turns: putting them into their order is what takes the time. */
const heap = (pairs: number) => `a${'\u0301\u0323'.repeat(pairs)}b`;

test('of a heap of marks on one letter the first thirty stay, and what stands around it', () => {
  for (const clean of [cleanText, cleanLine]) {
    const cleaned = clean(`before ${heap(300_000)} after`);
    expect(marksOf(cleaned)).toBe(30);
    expect(cleaned).toMatch(/^before .*b after$/u);
  }
});

test('is caught by this test: a twin without the rule hands all of them on to be put in order', () => {
  expect(marksOf(heap(50).normalize('NFC'))).toBe(100);
});

test.each([
  ['Vietnamese', 'Tiếng Việt nghỉ ngơi'],
  ['pointed and chanted Hebrew', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים'],
  ['Thai', 'ผู้ดูแลที่นี่'],
  ['Tibetan', 'ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ'],
  ['Devanagari', 'क्षत्रिय स्त्रियाँ'],
  ['a few marks on a letter', `e${'\u0301\u0323'.repeat(15)}`],
])('%s is kept as it is written', (_what, text) => {
  expect(cleanText(text)).toBe(text.normalize('NFC'));
});
