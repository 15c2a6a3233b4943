import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentConsent } from './domain/need.ts';
import { pryingIn } from './domain/prying.ts';
import { rememberConsent } from './domain/remembered.ts';
import { askingWords } from './words.asking.en.ts';
import { words } from './words.en.ts';
import { equalityWords } from './words.equality.en.ts';

/** Every sentence, those made at run time too. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return sentences(value('sample'));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

const pryingAmong = (texts: readonly string[]) => texts.filter((text) => pryingIn(text).length > 0);

/** Every file of sentences of this service, whoever adds one. */
async function everyFile(): Promise<readonly (readonly [name: string, sentences: readonly string[]])[]> {
  const names = readdirSync(import.meta.dirname).filter((name) => /^words.*\.en\.ts$/.test(name));
  return Promise.all(names.map(async (name) => [name, sentences(await import(new URL(name, import.meta.url).href))] as const));
}

/** The form of nobody in particular asks whether, in the one way that Scotland's public bodies ask; never what, and never in own words. */
const askedOfNobody: ReadonlySet<string> = new Set([equalityWords.questions.disabled]);

test('nothing asks for a diagnosis, in any file of words', async () => {
  const files = await everyFile();
  expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['words.en.ts', 'words.asking.en.ts', 'words.equality.en.ts']));
  for (const [name, texts] of files) {
    expect(texts.length, name).toBeGreaterThan(0);
    expect(
      pryingAmong(texts).filter((text) => !askedOfNobody.has(text)),
      name,
    ).toEqual([]);
  }
});

test.each(['What is your disability?', 'Do you have a medical condition?', 'Please state your diagnosis', 'Why do you need this?'])(
  'the claim notices “%s”',
  (question) => expect(pryingAmong(sentences({ form: { asks: () => question } }))).toEqual([question]),
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

test('so does the consent to be remembered', () => {
  const fingerprints = Object.values(askingWords.remembered.consent).map((text) =>
    createHash('sha256').update(text).digest('hex').slice(0, 12),
  );
  expect(fingerprints).toEqual(['b728e915c2d0']);
  expect(askingWords.remembered.consent[rememberConsent.version]).toContain('as soon as you say so');
});
