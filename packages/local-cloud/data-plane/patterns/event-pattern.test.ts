import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventPattern, UnknownPattern } from './event-pattern.ts';

const event = {
  source: 'convener.registration',
  'detail-type': 'registration.confirmed.v1',
  resources: ['arn:one', 'arn:two'],
  detail: { aggregate: { id: 'r-1', version: 3 }, actor: { kind: 'attendee' }, note: null, open: true, rooms: [{ size: 4 }, { size: 9 }] },
};

const fits: readonly (readonly [string, unknown])[] = [
  ['an exact value', { source: ['convener.events', 'convener.registration'] }],
  ['nested fields', { detail: { aggregate: { id: ['r-1'], version: [3] } } }],
  ['a boolean', { detail: { open: [true] } }],
  ['null', { detail: { note: [null] } }],
  ['one element of a list', { resources: ['arn:two'] }],
  ['one object of a list', { detail: { rooms: { size: [9] } } }],
  ['prefix', { source: [{ prefix: 'convener.' }] }],
  ['prefix in any case', { source: [{ prefix: { 'equals-ignore-case': 'CONVENER.' } }] }],
  ['suffix', { 'detail-type': [{ suffix: '.v1' }] }],
  ['any case', { source: [{ 'equals-ignore-case': 'Convener.Registration' }] }],
  ['wildcard', { 'detail-type': [{ wildcard: 'registration.*.v1' }] }],
  ['anything but one', { detail: { actor: { kind: [{ 'anything-but': 'organiser' }] } } }],
  ['anything but some', { detail: { actor: { kind: [{ 'anything-but': ['organiser', 'system'] }] } } }],
  ['anything but a prefix', { detail: { actor: { kind: [{ 'anything-but': { prefix: 'org' } }] } } }],
  ['a range of numbers', { detail: { aggregate: { version: [{ numeric: ['>', 2, '<=', 3] }] } } }],
  ['that it exists', { detail: { open: [{ exists: true }] } }],
  ['that it does not exist', { detail: { nowhere: { at: [{ exists: false }] } } }],
  ['one of two branches', { $or: [{ source: ['other'] }, { detail: { open: [true] } }] }],
];

const fitsNot: readonly (readonly [string, unknown])[] = [
  ['another value', { source: ['convener.events'] }],
  ['a number for a text', { detail: { aggregate: { version: ['3'] } } }],
  ['a missing field', { detail: { nowhere: ['x'] } }],
  ['one field of two', { source: ['convener.registration'], detail: { open: [false] } }],
  ['that a present field does not exist', { source: [{ exists: false }] }],
  ['anything but, where the field is missing', { detail: { nowhere: [{ 'anything-but': 'x' }] } }],
  ['a range that leaves it out', { detail: { aggregate: { version: [{ numeric: ['>', 3] }] } } }],
  ['neither of two branches', { $or: [{ source: ['other'] }, { detail: { open: [false] } }] }],
  ['exists for something that is not a plain value', { detail: { aggregate: [{ exists: true }] } }],
];

const unknown: readonly unknown[] = [
  {},
  [],
  'text',
  { source: 'convener' },
  { source: [] },
  { source: [{ cidr: '10.0.0.0/24' }] },
  { source: [{ prefix: 3 }] },
  { source: [{ wildcard: 'a**b' }] },
  { source: [{ numeric: ['!', 3] }] },
  { source: [{ exists: 'yes' }] },
  { source: [{ prefix: 'a', suffix: 'b' }] },
  { $or: [{ source: ['one'] }] },
  { source: [['nested']] },
];

describe('an event pattern', () => {
  it.each(fits)('fits %s', (_, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(true);
  });

  it.each(fitsNot)('does not fit %s', (_, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(false);
  });

  it.each(unknown.map((pattern) => [JSON.stringify(pattern), pattern]))('is refused where it is not understood: %s', (_, pattern) => {
    expect(() => eventPattern(pattern)).toThrow(UnknownPattern);
  });

  it('takes characters of regular expressions as themselves', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, after, value) => {
        const escaped = (text: string) => text.replace(/[\\*]/g, '\\$&');
        const fits = eventPattern({ value: [{ wildcard: `${escaped(before)}*${escaped(after)}` }] });
        expect(fits({ value: `${before}${value}${after}` })).toBe(true);
        const byHand = value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after);
        expect(fits({ value })).toBe(byHand);
      }),
    );
  });
});
