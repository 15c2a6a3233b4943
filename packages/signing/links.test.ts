import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLink, signLink } from './links.ts';

const secret = 'a secret of at least thirty-two bytes, for tests';
const claim = { purpose: 'registration.manage', subject: 'reg_sample', version: 3 };
const token = signLink(claim, secret);

test('what was signed reads back', () => {
  expect(readLink(token, claim.purpose, secret)).toEqual({ kind: 'good', claim });
});

test('a token is at least 128 bits beyond what it says openly, and says no purpose', () => {
  const [, , mac = ''] = token.split('.');
  expect(Buffer.from(mac, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  expect(token).not.toContain('manage');
});

describe('a token is good for one purpose, one version and one secret', () => {
  test.each([
    ['another purpose', token, 'registration.confirm', secret],
    ['another secret', token, claim.purpose, 'another secret'],
    ['a raised version', token.replace('.3.', '.4.'), claim.purpose, secret],
    ['another subject', token.replace('reg_sample', 'reg_other'), claim.purpose, secret],
    ['cut short', token.slice(0, -4), claim.purpose, secret],
    ['nothing', '', claim.purpose, secret],
  ])('%s: forged', (_what, given, purpose, key) => {
    expect(readLink(given, purpose, key)).toEqual({ kind: 'forged' });
  });

  test('whatever is sent, only the signed token passes', () => {
    fc.assert(fc.property(fc.string(), (given) => given === token || readLink(given, claim.purpose, secret).kind === 'forged'));
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '-', '0', '.'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        // The last character of base64 holds spare bits: the bytes may be the same.
        const same = Buffer.from(changed.split('.')[2] ?? '', 'base64url').equals(Buffer.from(token.split('.')[2] ?? '', 'base64url'));
        return readLink(changed, claim.purpose, secret).kind === 'forged' || (same && changed.startsWith('reg_sample.3.'));
      }),
    );
  });

  test('is caught by these tests: a twin that does not look at the purpose', () => {
    const twin = (given: string, _purpose: string) => readLink(given, claim.purpose, secret).kind;
    expect(twin(token, 'registration.confirm')).not.toBe(readLink(token, 'registration.confirm', secret).kind);
  });
});
