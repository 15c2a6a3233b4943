import { apiEvent } from '@convener/testing/api-event';
import { describe, expect, test } from 'vitest';
import { defaultBodyLimit, mostFields, readBody } from './body.ts';

const form = 'application/x-www-form-urlencoded';

function read(body: string, type: string) {
  return readBody(apiEvent({ headers: { 'content-type': type }, body }), defaultBodyLimit);
}

const upload = (parts: number) => `${'--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(parts)}--edge--\r\n`;
const uploadType = 'multipart/form-data; boundary=edge';

describe('fields', () => {
  test('a name that is repeated becomes a list', async () => {
    const fields = { a: ['1', '2'], b: '3' };
    expect(await read('a=1&b=3&a=2', form)).toEqual({ kind: 'read', fields });
  });

  test('a field called __proto__ is a field and nothing more', async () => {
    const reading = await read('__proto__=x&constructor=y', form);
    expect(reading.kind === 'read' && Object.keys(reading.fields)).toEqual(['__proto__', 'constructor']);
    expect(await read('{"__proto__":{"roles":["organiser"]}}', 'application/json')).toMatchObject({ kind: 'read' });
    expect(Reflect.get({}, 'roles')).toBeUndefined();
  });
});

describe('a flood of fields', () => {
  test.each([
    ['as many as may be', 'a=1&'.repeat(mostFields), form, 'read'],
    ['one more, of one name', 'a=1&'.repeat(mostFields + 1), form, 'too-many-fields'],
    ['one more, of many names', Array.from({ length: mostFields + 1 }, (_, at) => `f${at}=1`).join('&'), form, 'too-many-fields'],
    ['half a million', 'a=1&'.repeat(500_000), form, 'too-many-fields'],
    ['as many parts as may be', upload(mostFields), uploadType, 'read'],
    ['one part more', upload(mostFields + 1), uploadType, 'too-many-fields'],
  ] as const)('%s', async (_what, body, type, kind) => {
    expect((await read(body, type)).kind).toBe(kind);
  });

  test('is caught by this test: a reader without the limit takes them all', () => {
    expect([...new URLSearchParams('a=1&'.repeat(mostFields + 1))].length).toBeGreaterThan(mostFields);
  });
});

test.each([
  ['more than the limit', 'a='.padEnd(defaultBodyLimit + 1, 'x'), form, 'too-large'],
  ['a type that nobody sends', 'a=1', 'text/plain', 'unknown-type'],
  ['JSON that is no object', '[1]', 'application/json', 'malformed'],
  ['half of an upload', '--edge\r\nContent-Dis', uploadType, 'malformed'],
] as const)('%s is told apart', async (_what, body, type, kind) => {
  expect((await read(body, type)).kind).toBe(kind);
});
