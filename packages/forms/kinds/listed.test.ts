import { expect, test } from 'vitest';
import { defineForm, parseForm } from '../form.ts';
import { listed } from './listed.ts';

const form = defineForm({ fields: { people: listed({ what: 'whom it is for' }) } });
const read = (input: unknown) => {
  const parsed = parseForm(form, input);
  return parsed.kind === 'valid' ? parsed.value.people : parsed.errors.map(({ field }) => field);
};

test('nothing sent is not the same as an empty list', () => {
  expect([read({}), read({ people: null }), read({ people: [] })]).toEqual([undefined, undefined, []]);
});

test('one, several, each once, by a page or a program', () => {
  expect(read(new URLSearchParams('people=a&people=b&people=a'))).toEqual(['a', 'b']);
  expect([read({ people: 'a' }), read({ people: ['a', ' b ', ''] })]).toEqual([['a'], ['a', 'b']]);
});

test('anything that is no list of texts needs changing', () => {
  for (const people of [7, true, {}, ['a', 7], [['a']], Array.from({ length: 2001 }, (_each, at) => `${at}`)])
    expect(read({ people })).toEqual(['people']);
});
