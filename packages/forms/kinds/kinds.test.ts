import { describe, expect, it } from 'vitest';
import { date, defineForm, email, integer, longText, money, parseForm, slug, slugFrom, text, time, url } from '../index.ts';

function ask(field: Parameters<typeof defineForm>[0]['fields'][string], typed: unknown): unknown {
  const result = parseForm(defineForm({ fields: { it: field } }), { it: typed });
  return result.kind === 'valid' ? result.value.it : result.errors[0]?.message;
}

describe('email', () => {
  const field = email({ what: 'your email address' });
  it.each([
    ["Mary.O'Neil+x@EXAMPLE.org", "Mary.O'Neil+x@example.org"],
    [' <made.up@example.org> ', 'made.up@example.org'],
    ['Made Up <made.up@example.org>', 'made.up@example.org'],
    ['mailto:a@b.example.org,', 'a@b.example.org'],
    ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ])('%s is %s', (typed, value) => expect(ask(field, typed)).toBe(value));
  it.each([
    'a',
    'a@',
    '@b.org',
    'a b@c.org',
    'a@b',
    'a@b..org',
    'a@-b.org',
    'a@1.2.3.4',
    'a@b.org\nBcc: c@d.org',
    'a@b@c.org',
    'a@b.org,c@d.org',
    'a@[::1]',
    'é b@c.org',
  ])('%s is no address', (typed) => expect(ask(field, typed)).toBe('Enter an email address, like name@example.org'));
  it.each([
    ['josé@example.org', 'é'],
    ['jose\u0301@example.org', 'é'],
    ['Ζωή.x@example.org', 'Ζ'],
  ])('%s is refused because of %s, and says so', (typed, character) => {
    expect(ask(field, typed)).toBe(
      `We cannot write to an address with “${character}” before the @. Enter another, with letters a to z, like name@example.org`,
    );
  });
  it('is at most 254 characters', () => expect(ask(field, `${'a'.repeat(60)}@${'b.'.repeat(99)}org`)).toContain('254 characters'));
});

describe('web address', () => {
  const field = url({ what: 'the link' });
  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['www.example.org', 'https://www.example.org/'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['http://localhost:3000', 'http://localhost:3000/'],
  ])('%s is %s', (typed, value) => expect(ask(field, typed)).toBe(value));
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'JaVaScRiPt://example.org/%0aalert(1)',
    'ftp://example.org',
    'https://me:secret@example.org',
    'nonsense',
    'https://a b.org',
    '//',
  ])('%s is refused', (typed) => expect(ask(field, typed)).toBe('Enter a web address, like https://example.org/page'));
});

describe('date', () => {
  const field = date({ what: 'the date of the event', earliest: '2020-01-01', latest: '2030-12-31' });
  it.each([
    [{ day: '7', month: '3', year: '2026' }, '2026-03-07'],
    [{ day: '07', month: 'March', year: ' 2026 ' }, '2026-03-07'],
    ['2026-03-07', '2026-03-07'],
    ['7 March 2026', '2026-03-07'],
    ['7/3/2026', '2026-03-07'],
    [{ day: '29', month: '2', year: '2024' }, '2024-02-29'],
    [{ day: '29', month: '2', year: '2026' }, 'The date of the event must be a real date, like 27 3 2026'],
    [{ day: 'x', month: '2', year: '2026' }, 'The date of the event must be a real date, like 27 3 2026'],
    [{ day: '1', month: '', year: '' }, 'The date of the event must include a month and a year'],
    [{ day: '1', month: '1', year: '26' }, 'Year must have 4 numbers, like 2026'],
    [{ day: '1', month: '1', year: '2019' }, 'The date of the event must be 1 January 2020 or later'],
    [{ day: '1', month: '1', year: '2031' }, 'The date of the event must be 31 December 2030 or earlier'],
    [undefined, 'Enter the date of the event'],
    ['tomorrow', 'The date of the event must be a real date, like 27 3 2026'],
    [12, 'The date of the event was sent in a form that we could not read'],
  ])('%j is %s', (typed, expected) => expect(ask(field, typed)).toBe(expected));

  it('is posted in three fields, and its error goes to the part that is wrong', () => {
    const form = defineForm({ fields: { on: field } });
    expect(parseForm(form, new URLSearchParams('on-day=7&on-month=3&on-year=2026'))).toMatchObject({ value: { on: '2026-03-07' } });
    expect(parseForm(form, new URLSearchParams('on-day=7&on-month=&on-year=26'))).toMatchObject({
      errors: [{ field: 'on', id: 'on-month' }],
      kept: { 'on-day': '7', 'on-year': '26' },
    });
  });
});

describe('time', () => {
  const field = time({ what: 'the start' });
  it.each([
    ['10:30', '10:30'],
    ['9.05', '09:05'],
    ['0930', '09:30'],
    ['10am', '10:00'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['2:15 p.m.', '14:15'],
    ['14:00:00', '14:00'],
    ['Noon', '12:00'],
    ['00:00', '00:00'],
  ])('%s is %s', (typed, value) => expect(ask(field, typed)).toBe(value));
  it.each(['10', '25:00', '10:60', '13am', '0am', 'soon', '1:2'])('%s is no time', (typed) =>
    expect(ask(field, typed)).toBe('The start must be a time, like 10:30 or 2pm'),
  );
});

describe('numbers', () => {
  it.each([
    ['40', 40],
    ['1,000', 1000],
    [12, 12],
    ['-0', 0],
    ['4.5', 'Places must be a whole number, like 40'],
    ['1,00', 'Places must be a whole number, like 40'],
    ['-1', 'Places must be 0 or more'],
    ['5001', 'Places must be 5,000 or fewer'],
    ['1e3', 'Places must be a whole number, like 40'],
  ])('%s is %s', (typed, value) => expect(ask(integer({ what: 'places', max: 5000 }), typed)).toBe(value));
  it.each([
    ['£1,250.50', 125_050],
    ['25', 2500],
    ['0.29', 29],
    ['1.005', 'The cost must be an amount of money, like 25 or 25.50'],
    ['lots', 'The cost must be an amount of money, like 25 or 25.50'],
  ])('%s is %s pence', (typed, value) => expect(ask(money({ what: 'the cost' }), typed)).toBe(value));
});

describe('text', () => {
  it.each([
    ['  two   words ', 'two words'],
    ['a\r\nb', 'a b'],
    ['\u200b\u3164\u00a0', 'Enter it'],
    ['cafe\u0301', 'caf\u00e9'],
    ['nul\u0000 bell\u0007', 'nul bell'],
    ['\u202eevil', 'evil'],
    ['שלום', 'שלום'],
    ['half \ud83d', 'half \ufffd'],
    [['first', 'last'], 'last'],
    [{ a: 1 }, 'It was sent in a form that we could not read'],
    ['🎉'.repeat(10), '🎉'.repeat(10)],
    ['🎉'.repeat(11), 'It must be 10 characters or fewer'],
  ])('%j is %s', (typed, value) => expect(ask(text({ what: 'it', max: 10 }), typed)).toBe(value));
  it('keeps lines in long text', () => expect(ask(longText({ what: 'it' }), 'a\r\n\rb\u2028c')).toBe('a\n\nb\nc'));
  it('makes and reads slugs', () => {
    expect(slugFrom('Co-production & the Café’s “future”!')).toBe('co-production-and-the-cafes-future');
    expect(ask(slug({ what: 'the address' }), 'Spring-Gathering')).toBe('spring-gathering');
    expect(ask(slug({ what: 'the address' }), '../etc')).toContain('letters a to z');
  });
});
