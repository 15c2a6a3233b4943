import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readLink, signLink } from './links.ts';

const secret = 'a secret of the test';
const claim = { purpose: 'sample.open', subject: 'reg_a-b_C', version: 7 };
const token = signLink(claim, secret);
const [subject = '', version = '', mac = ''] = token.split('.');

/** The letter of the last character's unused bits: the same bytes, spelt differently. */
const otherSpelling = (text: string) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return `${text.slice(0, -1)}${alphabet[alphabet.indexOf(text.at(-1) ?? 'A') ^ 1]}`;
};

test('a link is good for what it was made for', () => {
  expect(readLink(token, claim.purpose, secret)).toEqual({ kind: 'good', claim });
});

describe('is forged', () => {
  test.each([
    ['for another purpose', token, 'sample.close', secret],
    ['with another secret', token, claim.purpose, 'another secret'],
    ['with another subject', `reg_other.${version}.${mac}`, claim.purpose, secret],
    ['with another version', `${subject}.8.${mac}`, claim.purpose, secret],
    ['with another mac', `${subject}.${version}.${otherSpelling(mac)}`, claim.purpose, secret],
    ['cut short', token.slice(0, -1), claim.purpose, secret],
    ['without a mac', `${subject}.${version}.`, claim.purpose, secret],
    ['with a part more', `${token}.x`, claim.purpose, secret],
    ['with a subject that takes in the version', `${subject}\n7.7.${mac}`, claim.purpose, secret],
    ['empty', '', claim.purpose, secret],
  ])('%s', (_what, given, purpose, key) => {
    expect(readLink(given, purpose, key).kind).toBe('forged');
  });

  const spellings = [
    ['the version with a nought before it', `${subject}.07.${mac}`],
    ['padding after the mac', `${token}=`],
    ['a line break after the mac', `${token}\n`],
    ['a blank in the mac', `${subject}.${version}.${mac.slice(0, 5)} ${mac.slice(5)}`],
  ] as const;

  test.each(spellings)('spelt otherwise: %s', (_what, given) => {
    expect(readLink(given, claim.purpose, secret).kind).toBe('forged');
  });

  test.each(spellings)('and this test catches a twin that compares what the text decodes to: %s', (_what, given) => {
    const [who, which, sent = ''] = given.split('.');
    const expected = createHmac('sha256', secret)
      .update(`${claim.purpose}\n${who}\n${Number(which)}`)
      .digest()
      .subarray(0, 24);
    expect(Buffer.from(sent, 'base64url').equals(expected)).toBe(true);
  });
});
