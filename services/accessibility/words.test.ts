import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentConsent, spokenConsent } from './domain/need.ts';
import { pryingIn } from './domain/prying.ts';
import { rememberConsent } from './domain/remembered.ts';
import { askingWords } from './words.asking.en.ts';
import { byVoiceWords } from './words.by-voice.en.ts';
import { words } from './words.en.ts';
import { equalityWords } from './words.equality.en.ts';

/** What sentences are made with, by the name of what they take: one of each as it may come, and counts of nothing, one and many. */
const samples: Readonly<Record<string, readonly (string | number)[]>> = {
  count: [0, 1, 2, 14],
  year: [2026],
  amount: ['£120.50'],
  date: ['3 November 2026'],
  found: ['some words'],
  from: ['To arrange', '£500'],
  id: ['reg_sample'],
  moment: ['Tuesday, 3 November 2026 at 9:00am'],
  name: ['Ada', 'Sam van der Sample'],
  network: ['Sample Network'],
  reason: ['Nobody else is here.'],
  time: ['2:30pm'],
  title: ['How do we embed co-production?'],
  to: ['Booked', '£1,000'],
  until: ['2:30pm'],
  what: ['Live captions'],
  way: ['By phone'],
  who: ['Sample Organiser'],
};

type Sentence = (...given: readonly (string | number)[]) => unknown;
const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

/** Names of what a sentence is made with, as they stand in its source. */
function takes(sentence: Sentence): readonly string[] {
  const [, names = ''] = /^\(?([^)=]*?)\)?\s*=>/.exec(String(sentence)) ?? [];
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The sentence with every sample of the first thing that it takes, and one of each other. */
function said(sentence: Sentence): readonly string[] {
  const given = takes(sentence).map((name) => {
    const found = samples[name];
    if (!found) throw new Error(`A sentence takes “${name}”: add samples of it here.`);
    return found;
  });
  const [first = [''], ...others] = given;
  return first.flatMap((each) => sentences(sentence(each, ...others.map(([other = '']) => other))));
}

/** Every sentence, those made at run time too. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isSentence(value)) return said(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

const pryingAmong = (texts: readonly string[]) => texts.filter((text) => pryingIn(text).length > 0);

/** Every file of sentences of this service, whoever adds one. */
async function everyFile(): Promise<readonly (readonly [name: string, sentences: readonly string[]])[]> {
  return (await everyModule()).map(([name, words]) => [name, sentences(words)] as const);
}

const wordFiles = () => readdirSync(import.meta.dirname).filter((name) => /^words.*\.en\.ts$/.test(name));

/** Sentences that say one and many alike: “1 things”. */
function alike(value: unknown): readonly string[] {
  if (isSentence(value)) {
    if (!takes(value).includes('count')) return [];
    const [one, many] = [1, 2].map((count) => String(value(count)).replace(String(count), '#'));
    return one === many ? [String(value(1))] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(alike) : [];
}

const everyModule = () => Promise.all(wordFiles().map(async (name) => [name, await import(new URL(name, import.meta.url).href)] as const));

test('every sentence reads well with whatever it is made of', async () => {
  for (const [name, texts] of await everyFile()) {
    expect(
      texts.filter((text) => /undefined|NaN|\[object|\$\{| {2}/.test(text)),
      name,
    ).toEqual([]);
  }
});

test('what counts people or things says one and many in other words', async () => {
  for (const [name, words] of await everyModule()) expect(alike(words), name).toEqual([]);
  expect((await everyFile()).flatMap(([, texts]) => texts)).toEqual(
    expect.arrayContaining([
      'Nothing needs your attention',
      '1 thing needs your attention',
      '14 things need your attention',
      'person to ring',
      'people to ring',
    ]),
  );
});

test('the claims notice “1 things”, and a sentence of which nobody knows what it takes', () => {
  expect(alike({ counts: { things: (count: number) => `${count} things` } })).toEqual(['1 things']);
  expect(alike({ counts: (count: number) => (count === 1 ? '1 thing' : `${count} things`) })).toEqual([]);
  expect(() => sentences({ says: (wherewithal: string) => wherewithal })).toThrow('A sentence takes “wherewithal”');
});

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

test('so do the words that are read out', () => {
  const fingerprints = Object.values(byVoiceWords.consent).map((text) => createHash('sha256').update(text).digest('hex').slice(0, 12));
  expect(fingerprints).toEqual(['593f5199de40']);
  expect(byVoiceWords.consent[spokenConsent.version]).toContain('30 days after the event');
});

test('so does the consent to be remembered', () => {
  const fingerprints = Object.values(askingWords.remembered.consent).map((text) =>
    createHash('sha256').update(text).digest('hex').slice(0, 12),
  );
  expect(fingerprints).toEqual(['b728e915c2d0']);
  expect(askingWords.remembered.consent[rememberConsent.version]).toContain('as soon as you say so');
});
