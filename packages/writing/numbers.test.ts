import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inThousands } from './numbers.ts';

test('counts are written as English writes them', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (count) => inThousands(count) === count.toLocaleString('en-GB')));
  expect([0, 999, 1000, -1000, 1234567].map(inThousands)).toEqual(['0', '999', '1,000', '-1,000', '1,234,567']);
});
