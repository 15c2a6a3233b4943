import { expect, test } from 'vitest';
import { codeFrom, isCode } from './attendance-code.ts';

test('a code is six figures for whatever bytes, and only itself', () => {
  expect(codeFrom(new Uint8Array(32))).toBe('000000');
  expect(codeFrom(new Uint8Array(32).fill(255))).toBe('967295');
  for (const typed of ['967295', '967 295', '９６７２９５', '967–295']) expect(isCode(typed, '967295')).toBe(true);
  for (const typed of ['', '96729', '9672955', '967294', 'x']) expect(isCode(typed, '967295')).toBe(false);
});
