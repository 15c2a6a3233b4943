import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  date,
  defineForm,
  email,
  type FormValues,
  fill,
  formJsonSchema,
  integer,
  longText,
  money,
  oneOf,
  parseForm,
  severalOf,
  slug,
  slugFrom,
  text,
  ticked,
  time,
  url,
  viewForm,
  when,
  yesNo,
} from './index.ts';

const booking = defineForm({
  fields: {
    name: text({ what: 'your name', max: 50 }),
    email: email({ what: 'your email address' }),
    contactBy: oneOf({ what: 'how we can reach you', from: ['email', 'phone'] }),
    phone: when({ field: 'contactBy', is: ['phone'] }, text({ what: 'your telephone number', max: 20 })),
    interests: severalOf({ what: 'your interests', from: ['housing', 'health', 'care'] }),
    notes: longText({ what: 'anything else', optional: true }),
    agreed: ticked({ what: 'that you agree', mustTick: true }),
  },
});

const good = 'name=Made+Up&email=made.up@Example.ORG&contactBy=email&interests=care&interests=health&agreed=yes';

describe('a form', () => {
  it('reads a form post and a JSON body alike', () => {
    const posted = parseForm(booking, new URLSearchParams(good));
    const sent = parseForm(booking, {
      name: 'Made Up',
      email: 'made.up@example.org',
      contactBy: 'email',
      interests: ['health', 'care'],
      agreed: true,
      surprise: 1,
    });
    expect(posted).toEqual({
      kind: 'valid',
      value: {
        name: 'Made Up',
        email: 'made.up@example.org',
        contactBy: 'email',
        phone: undefined,
        interests: ['health', 'care'],
        notes: undefined,
        agreed: true,
      },
    });
    expect(sent).toEqual(posted);
  });

  it('knows the types of its values', () => {
    type Value = FormValues<typeof booking>;
    expectTypeOf<Value['contactBy']>().toEqualTypeOf<'email' | 'phone'>();
    expectTypeOf<Value['phone']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Value['notes']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Value['name']>().toEqualTypeOf<string>();
    expectTypeOf<Value['interests']>().toEqualTypeOf<readonly ('housing' | 'health' | 'care')[]>();
  });

  it('says every error at once, in sentences that say what to do, and keeps what was typed', () => {
    const result = parseForm(booking, new URLSearchParams('email=Nonsense+&contactBy=phone&interests=fishing&notes=  kept  '));
    expect(result).toMatchObject({
      kind: 'invalid',
      errors: [
        { field: 'name', id: 'name', message: 'Enter your name' },
        { field: 'email', id: 'email', message: 'Enter an email address, like name@example.org' },
        { field: 'phone', message: 'Enter your telephone number' },
        { field: 'interests', message: 'Select your interests from the list' },
        { field: 'agreed', message: 'Tick the box to say that you agree' },
      ],
      kept: { email: 'Nonsense ', contactBy: 'phone', interests: 'fishing', notes: '  kept  ' },
    });
  });

  it('sets aside the answer to a question that was not asked', () => {
    const result = parseForm(booking, new URLSearchParams(`${good}&phone=${'9'.repeat(500)}`));
    expect(result).toMatchObject({ kind: 'valid', value: { phone: undefined } });
  });

  it('takes no harm from hostile names and from bodies that are no objects', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"name":"x"},"constructor":"y","name":{"toString":1},"email":[{}]}');
    for (const body of [hostile, null, 'text', 7, [], [['a']], undefined]) {
      const result = parseForm(booking, body);
      expect(result.kind).toBe('invalid');
    }
    expect({}).not.toHaveProperty('name');
    expect(() => defineForm({ fields: { 'a name': text({ what: 'x' }) } })).toThrow('cannot be called');
    expect(() => defineForm({ fields: { constructor: text({ what: 'x' }) } })).toThrow('cannot be called');
  });

  it('asks its own rules once every answer is sound', () => {
    const period = defineForm({
      fields: { from: date({ what: 'the first day' }), to: date({ what: 'the last day' }) },
      rules: [({ from, to }) => (to < from ? { field: 'to', message: 'The last day must not be before the first' } : undefined)],
    });
    expect(parseForm(period, { from: '2026-03-02', to: '2026-03-01' })).toEqual({
      kind: 'invalid',
      errors: [{ field: 'to', id: 'to-day', message: 'The last day must not be before the first' }],
      kept: { 'from-day': '2', 'from-month': '3', 'from-year': '2026', 'to-day': '1', 'to-month': '3', 'to-year': '2026' },
    });
  });

  it('takes a sentence of the page’s own', () => {
    const form = defineForm({ fields: { name: text({ what: 'x', says: { missing: 'Tell us what to call you' } }) } });
    expect(parseForm(form, {})).toMatchObject({ errors: [{ message: 'Tell us what to call you' }] });
  });

  it('gives a page what each field needs', () => {
    const result = parseForm(booking, new URLSearchParams('email=me&interests=care'));
    const view = viewForm(booking, result.kind === 'invalid' ? result : {});
    expect(view.field('email')).toMatchObject({ id: 'email', value: 'me', error: 'Enter an email address, like name@example.org' });
    expect(view.field('interests').values).toEqual(['care']);
    const blank = viewForm(booking);
    expect(blank.field('name')).toEqual({ name: 'name', id: 'name', value: '', values: [], parts: { day: '', month: '', year: '' } });
  });

  it('fills in what is known already', () => {
    const form = defineForm({
      fields: { on: date({ what: 'the day' }), many: integer({ what: 'how many' }), open: yesNo({ what: 'whether' }) },
    });
    const kept = fill(form, { on: '2026-03-07', many: 40, open: false });
    expect(kept).toEqual({ 'on-day': '7', 'on-month': '3', 'on-year': '2026', many: '40', open: 'no' });
    expect(parseForm(form, kept)).toEqual({ kind: 'valid', value: { on: '2026-03-07', many: 40, open: false } });
  });

  it('describes its JSON body for OpenAPI', () => {
    expect(formJsonSchema(booking)).toMatchObject({
      type: 'object',
      required: ['name', 'email', 'contactBy', 'agreed'],
      properties: {
        name: { type: 'string', maxLength: 50, description: 'your name' },
        email: { type: 'string', format: 'email' },
        contactBy: { type: 'string', enum: ['email', 'phone'] },
        interests: { type: 'array', items: { enum: ['housing', 'health', 'care'] } },
        agreed: { type: 'boolean' },
      },
    });
  });
});

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
    'ä@b.org',
  ])('%s is no address', (typed) => expect(ask(field, typed)).toBe('Enter an email address, like name@example.org'));
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
