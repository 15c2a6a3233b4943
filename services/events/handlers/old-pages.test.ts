import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { type EventsWorld, eventsWorld, publishedEvent, sampleDetails } from '../testing/visitor.ts';

/** Two organisers have the same page open; one saves, then the other. Nothing of the first is lost unseen, nothing of the second either. */
const clock = clockAt('2026-01-10T12:00:00Z');
type Fields = Readonly<Record<string, string | readonly string[]>>;

let world: EventsWorld;
let event = '';
beforeEach(async () => {
  world = await eventsWorld(() => clock.now());
  event = `/organise/events/${await publishedEvent(world)}`;
});

const details = (changes: Readonly<Record<string, string>>): Fields => {
  const [year = '', month = '', day = ''] = '2026-02-10'.split('-');
  const { date: _date, opensOn: _opens, closesOn: _closes, ...rest } = sampleDetails;
  const dates = { 'date-year': year, 'date-month': month, 'date-day': day };
  const opens = { 'opensOn-year': '2026', 'opensOn-month': '1', 'opensOn-day': '1' };
  const closes = { 'closesOn-year': '2026', 'closesOn-month': '2', 'closesOn-day': '9' };
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
    ...dates,
    ...opens,
    ...closes,
    ...changes,
  };
};
const provisions = (detail: string): Fields => ({ kinds: ['live-captions'], 'live-captions-detail': detail });

interface Page {
  readonly what: string;
  readonly shown: () => string;
  readonly saved: () => string;
  readonly entered: (words: string) => Fields;
  readonly mistaken: (words: string) => Fields;
}

const pages: readonly Page[] = [
  {
    what: 'the details of an event',
    shown: () => `${event}/edit`,
    saved: () => event,
    entered: (words) => details({ purpose: words }),
    mistaken: (words) => details({ purpose: words, title: '' }),
  },
  {
    what: 'what an event provides',
    shown: () => `${event}/provisions`,
    saved: () => `${event}/provisions`,
    entered: provisions,
    mistaken: (words) => ({ ...provisions(words), 'live-captions-people': 'many' }),
  },
  {
    what: 'what the network usually provides',
    shown: () => '/organise/provisions',
    saved: () => '/organise/provisions',
    entered: provisions,
    mistaken: (words) => ({ ...provisions(words), 'live-captions-people': 'many' }),
  },
  {
    what: 'the privacy notice',
    shown: () => '/organise/statements/privacy',
    saved: () => '/organise/statements/privacy',
    entered: (words) => ({ text: words }),
    mistaken: (words) => ({ text: words.padEnd(20_001, '.') }),
  },
];

describe.each(pages.map((page) => [page.what, page] as const))('%s', (_what, { shown, saved, entered, mistaken }) => {
  const versionOn = (body: string) => /name="version" value="(\d+)"/.exec(body)?.[1] ?? 'none';
  const open = async () => versionOn((await world.visit('GET', shown())).body);
  const send = (fields: Fields, version: string) => world.visit('POST', saved(), { fields: { ...fields, version } });
  const standing = async () => (await world.visit('GET', shown())).body;

  test('saved from a page of before: told, with what was entered; sent again, it is taken', async () => {
    const both = await open();
    expect((await send(entered('Words of the first.'), both)).status).toBe(303);
    const late = await send(entered('Words of the second.'), both);
    expect([late.status, late.body.includes('Words of the second.'), late.body.includes('Somebody else')]).toEqual([422, true, true]);
    expect(await htmlProblems(late.body)).toEqual([]);
    expect(await standing()).toContain('Words of the first.');
    expect((await send(entered('Words of the second.'), versionOn(late.body))).status).toBe(303);
    expect(await standing()).toContain('Words of the second.');
  });

  test('with a mistake on the way it is the page of before all the same', async () => {
    const both = await open();
    await send(entered('Words of the first.'), both);
    const mistake = await send(mistaken('Words of the second.'), both);
    expect(mistake.status).toBe(422);
    await send(entered('Words of the second.'), versionOn(mistake.body));
    expect(await standing()).toContain('Words of the first.');
  });

  test('sent twice is saved once, and nobody is told of themselves', async () => {
    const version = await open();
    expect([(await send(entered('Once.'), version)).status, (await send(entered('Once.'), version)).status]).toEqual([303, 303]);
  });
});
