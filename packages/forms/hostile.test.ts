import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countCharacters,
  date,
  defineForm,
  email,
  integer,
  longText,
  markdown,
  money,
  oneOf,
  parseForm,
  severalOf,
  slug,
  text,
  ticked,
  time,
  url,
  yesNo,
} from './index.ts';

const every = defineForm({
  fields: {
    line: text({ what: 'a line', optional: true }),
    lines: longText({ what: 'some lines', optional: true }),
    marks: markdown({ what: 'a text', optional: true }),
    slug: slug({ what: 'an address', optional: true }),
    email: email({ what: 'an email address', optional: true }),
    url: url({ what: 'a link', optional: true }),
    on: date({ what: 'a day', optional: true }),
    at: time({ what: 'a time', optional: true }),
    many: integer({ what: 'a number', optional: true }),
    cost: money({ what: 'a cost', optional: true }),
    one: oneOf({ what: 'one', from: ['a', 'b'], optional: true }),
    some: severalOf({ what: 'some', from: ['a', 'b'] }),
    yes: yesNo({ what: 'whether', optional: true }),
    tick: ticked({ what: 'that you agree' }),
  },
});
const names = [...Object.keys(every.fields).filter((name) => name !== 'on'), 'on-day', 'on-month', 'on-year'];

const pieces = [
  '<script>',
  '"><b>',
  "'",
  '&amp;',
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\u2028',
  '\u202e',
  '\ufeff',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'שָׁלוֹם',
  'مرحبا',
  'e\u0301',
  '\ud800',
  '\udc00',
  ' ',
  '\t',
  'Bcc: x@example.org',
  'a',
  '1',
  '@',
  '.',
  '-',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 20 })
  .map((parts) => parts.join(''));

/** Written as strings, so that the characters can be read here. */
const control = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f';
const neverKept = new RegExp(`[${control}\\ufeff\\ufffe\\uffff\\u202d\\u202e]`, 'g');
const neverInALine = new RegExp(`[${control}\\t\\n\\r\\u0085\\u2028\\u2029\\u202d\\u202e\\ufeff]`);
const neverInLines = new RegExp(`[${control}\\r\\u0085\\u2028\\u2029\\u202d\\u202e\\ufeff]`);

/** What HTML itself can carry of a text: a page gets this much back, whatever was typed. */
function carried(typed: string): string {
  return typed.toWellFormed().replace(neverKept, '');
}

describe('whatever is sent', () => {
  it('a form answers, and keeps what was typed, by the name that the page posts', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), hostile), (typed) => {
        const result = parseForm(every, new URLSearchParams(typed));
        if (result.kind === 'valid') return;
        expect(result.errors.length).toBeGreaterThan(0);
        for (const error of result.errors) expect(error.message).toMatch(/^[A-Z].{8,}/);
        // URLSearchParams itself makes half a surrogate pair into U+FFFD.
        for (const [name, value] of Object.entries(typed)) expect(result.kept[name]).toBe(carried(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('a value holds nothing that breaks a header, a cell or a file', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), hostile), (typed) => {
        const result = parseForm(every, typed);
        if (result.kind === 'invalid') return;
        const { lines, marks, ...others } = result.value;
        const single = Object.values(others).flat().join('');
        expect(single).not.toMatch(neverInALine);
        expect(`${lines}${marks}`).not.toMatch(neverInLines);
        for (const value of Object.values(result.value))
          if (typeof value === 'string') expect(value).toBe(value.normalize('NFC').toWellFormed());
      }),
      { numRuns: 2000 },
    );
  });

  it('reading a value again changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), hostile), (typed) => {
        const first = parseForm(every, typed);
        if (first.kind === 'invalid') return;
        expect(
          parseForm(every, { ...first.value, cost: first.value.cost === undefined ? undefined : String(first.value.cost / 100) }),
        ).toEqual(first);
      }),
      { numRuns: 1000 },
    );
  });

  it('JSON of any shape gets an answer, never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...names, 'on', '__proto__', 'constructor'), fc.jsonValue())),
        (body) => {
          expect(['valid', 'invalid']).toContain(parseForm(every, body).kind);
        },
      ),
      { numRuns: 2000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['letters', 'a'],
    ['blanks between letters', 'a                                                               '],
    ['angle brackets', '<'],
    ['emoji', '🎉'],
    ['lines', 'a\n'],
    ['combining marks', 'e\u0301'],
    ['digits and commas', '1,000'],
  ])('a megabyte of %s is refused in a sentence and kept', (_, piece) => {
    const typed = `x${piece.repeat(Math.floor(1_000_000 / piece.length))}x`;
    for (const name of ['line', 'lines', 'marks', 'slug', 'email', 'url', 'at', 'many', 'cost', 'one']) {
      const result = parseForm(every, { [name]: typed });
      if (result.kind !== 'invalid') throw new Error(`${name} took a megabyte`);
      expect(result.kept[name]).toBe(typed);
      expect(result.errors.map((error) => error.field)).toEqual([name]);
    }
    expect(parseForm(every, { lines: typed })).toMatchObject({ errors: [{ message: 'Some lines must be 5,000 characters or fewer' }] });
  });

  it('a name repeated many thousand times is no burden', () => {
    const posted = new URLSearchParams('some=a&'.repeat(100_000));
    expect(parseForm(every, posted)).toMatchObject({ kind: 'valid', value: { some: ['a'] } });
  });

  it('two megabytes come back as one, whole characters', () => {
    const result = parseForm(every, { line: '🎉'.repeat(400_000), lines: '🎉'.repeat(400_000) });
    if (result.kind !== 'invalid') throw new Error('taken');
    expect(String(result.kept.line).length + String(result.kept.lines).length).toBeLessThanOrEqual(1_100_000);
    expect(String(result.kept.lines).isWellFormed()).toBe(true);
  });

  it('characters are counted as code points', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => countCharacters(typed) === [...typed].length));
  });
});
