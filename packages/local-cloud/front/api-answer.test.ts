import { expect, test } from 'vitest';
import { answerOf } from './api-answer.ts';

const textOf = (payload: unknown) => {
  const { status, headers, body } = answerOf(payload);
  return { status, headers, body: Buffer.from(body).toString() };
};

test('a structured result is passed on, with cookies as headers of their own', () => {
  expect(
    textOf({
      statusCode: 303,
      headers: { Location: '/a', 'X-Count': 3 },
      cookies: ['a=1; Path=/', 'b=2'],
      multiValueHeaders: { 'x-no': ['1'] },
    }),
  ).toEqual({
    status: 303,
    headers: [
      ['location', '/a'],
      ['x-count', '3'],
      ['set-cookie', 'a=1; Path=/'],
      ['set-cookie', 'b=2'],
      ['content-type', 'text/plain; charset=utf-8'],
    ],
    body: '',
  });
});

test('a body in Base64 is decoded, any other is UTF-8', () => {
  expect(textOf({ statusCode: 200, body: 'aGVsbG8=', isBase64Encoded: true }).body).toBe('hello');
  expect(textOf({ statusCode: 200, body: 'aGVsbG8= é' }).body).toBe('aGVsbG8= é');
});

test.each([
  [{ message: 'hello' }, '{"message":"hello"}'],
  ['hello', 'hello'],
  [null, 'null'],
  [[1, 2], '[1,2]'],
])('a result without a status, %j, is the body', (payload, body) => {
  expect(textOf(payload)).toEqual({ status: 200, headers: [['content-type', 'application/json']], body });
});

test.each([
  [{ statusCode: 'many' }],
  [{ statusCode: 99 }],
  [{ statusCode: 200, body: { not: 'text' } }],
  [{ statusCode: 200, headers: { 'x-list': ['a'] } }],
  [{ statusCode: 200, headers: { 'x-split': 'a\r\nset-cookie: b=1' } }],
  [{ statusCode: 200, cookies: ['a=1\r\nx-injected: 1'] }],
  [{ statusCode: 200, headers: { 'not a name': 'a' } }],
])('a malformed result, %j, is the fault of its function', (payload) => {
  expect(textOf(payload)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
});

test('headers between neighbours stay between them', () => {
  expect(
    answerOf({
      statusCode: 200,
      headers: { Connection: 'close', 'Transfer-Encoding': 'chunked', 'content-length': '7', 'content-type': 'a/b' },
    }).headers,
  ).toEqual([['content-type', 'a/b']]);
});
