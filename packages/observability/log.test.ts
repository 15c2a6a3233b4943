import { afterEach, expect, test, vi } from 'vitest';
import { errorFacts, log } from './log.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a line is one JSON object: a code, its facts, and what tells lines of one request from others', () => {
  vi.stubEnv('SERVICE', 'mailing');
  vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1');
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  log('warn', 'letter.refused', { letterId: 'let_1', errorName: 'line\nbreak' });
  expect(written).toHaveBeenCalledOnce();
  const line = String(written.mock.calls[0]?.[0]);
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(JSON.parse(line)).toEqual({
    level: 'WARN',
    message: 'letter.refused',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    service: 'mailing',
    trace: '1-5759e988-bd862e3fe1be46a994272793',
    facts: { letterId: 'let_1', errorName: 'line\nbreak' },
  });
});

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
