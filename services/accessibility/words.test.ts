import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { currentConsent } from './domain/need.ts';
import { words } from './words.en.ts';

/** Every sentence, those made at run time too. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return sentences(value('sample'));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

/** Words that ask what somebody has or is, rather than what would help. */
const prying = [
  /diagnos/i,
  /disab(ility|ilities|led)/i,
  /impair/i,
  /\b(illness|disease|disorder|syndrome|condition|symptom|medical|medication|health|doctor)/i,
  /\b(deaf|blind|autis|dyslex|wheelchair user|neurodiver)/i,
  /\bsuffer/i,
  /what is (wrong|the matter)/i,
  /why do you/i,
  /special needs/i,
];
const pryingIn = (texts: readonly string[]) => texts.filter((text) => prying.some((pattern) => pattern.test(text)));

test('nothing asks for a diagnosis', () => {
  expect(sentences(words).length).toBeGreaterThan(80);
  expect(pryingIn(sentences(words))).toEqual([]);
});

test.each(['What is your disability?', 'Do you have a medical condition?', 'Please state your diagnosis', 'Why do you need this?'])(
  'the claim notices “%s”',
  (question) => expect(pryingIn(sentences({ form: { asks: () => question } }))).toEqual([question]),
);

test('every version of the consent keeps its words; other words are a new version', () => {
  const fingerprints = Object.entries(words.consent).map(([version, text]) => [
    version,
    createHash('sha256').update(text).digest('hex').slice(0, 12),
  ]);
  expect(fingerprints).toEqual([
    ['1', consentOne],
    ['2', consentTwo],
  ]);
  expect(Object.keys(words.consent).at(-1)).toBe(String(currentConsent.version));
  expect(words.consent[currentConsent.version]).toContain('30 days after the event');
});
const consentOne = '254e255f9ce0';
const consentTwo = 'd89a9d96664d';
