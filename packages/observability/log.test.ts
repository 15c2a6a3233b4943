import { expect, test } from 'vitest';
import { errorFacts } from './log.ts';

test('of an error, its name and where it happened are kept; its message may hold what somebody wrote', () => {
  const facts = errorFacts(new TypeError('attendee-1@example.org is not a function'));
  expect(facts.errorName).toBe('TypeError');
  expect(facts.stack).toMatch(/log\.test\.ts/);
  expect(JSON.stringify(facts)).not.toContain('example.org');
});

test('is caught by this test: a twin that logs the stack whole', () => {
  const { stack } = new TypeError('attendee-1@example.org is not a function');
  expect(stack).toContain('example.org');
});
