import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compression.ts';
import type { FrontAnswer } from './http-message.ts';

const page = (type: string, size = 5000, more: [string, string][] = []): FrontAnswer => ({
  status: 200,
  headers: [['content-type', type], ['etag', '"a"'], ...more],
  body: Buffer.alloc(size, 'words '),
});

test('text is compressed for those who take it, and its tag is weak then', async () => {
  const answer = await compressed(page('text/html; charset=utf-8'), 'gzip, deflate');
  expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding', etag: 'W/"a"' });
  expect(gunzipSync(answer.body)).toEqual(page('').body);
});

test('Brotli goes before gzip', async () => {
  const answer = await compressed(page('image/svg+xml'), 'gzip, br;q=0.5');
  expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-encoding': 'br' });
  expect(brotliDecompressSync(answer.body)).toEqual(page('').body);
});

test.each([
  ['a viewer that takes none', page('text/html'), undefined],
  ['a viewer that refuses it', page('text/html'), 'gzip;q=0, br;q=0.0'],
  ['a PDF', page('application/pdf'), 'gzip'],
  ['a small file', page('text/html', 900), 'gzip'],
  ['a huge file', page('text/html', 10_000_001), 'gzip'],
  ['what is compressed already', page('text/html', 5000, [['content-encoding', 'gzip']]), 'gzip'],
])('%s gets it as it is', async (_name, answer, accepts) => {
  expect(await compressed(answer, accepts)).toBe(answer);
});
