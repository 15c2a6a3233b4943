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
  oneOf,
  parseForm,
  severalOf,
  text,
  ticked,
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
        { field: 'interests', message: 'Choose your interests from the list' },
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
