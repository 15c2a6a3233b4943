import { htmlProblems } from '@convener/ui/testing';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { visitorOf } from '../testing/visitor.ts';
import type { EventLook } from './ports.ts';
import { writeJoiningLink } from './prepare-service-mailing.ts';
import { sendRun } from './send-run.ts';
import { tendEvents } from './tend-events.ts';

const organiser = { kind: 'organiser', id: 'org_1' } as const;
const standard = 'even at the last minute';

/** An event on 20 May 2026, 10am in Scotland: its last reminder is due on 19 May at 9:00 UTC. */
async function world({ joiningDetails = true, times = {} as Partial<EventLook>, iso = '2026-05-15T09:00:00.000Z' } = {}) {
  const clock = handClock(iso);
  const ses = sesTwin();
  const table = await emptyTable();
  const ports = sendPorts(table, { directory: directoryTwin(new Map([['reg_a', {}]])), door: ses, clock });
  const event = { ...anEvent, ...times };
  await ports.facts.saveEvent({ ...event, changedAt: clock.now().toISOString() }, 2);
  await ports.facts.noteTold('evt_1', event, 2);
  if (joiningDetails) await ports.facts.noteJoiningChanged('evt_1', { version: 2, at: clock.now().toISOString() });
  await ports.around.touch('evt_1', 'published', clock.now());
  const sweep = async (iso: string, facts = ports.facts) => {
    clock.advance(Date.parse(iso) - clock.now().getTime());
    await tendEvents(clock.now(), { ...ports, facts });
    await sendRun(ports);
  };
  /** As when registration tells that joining is open. */
  const open = async (iso: string) => {
    clock.advance(Date.parse(iso) - clock.now().getTime());
    await ports.facts.noteJoiningOpened('evt_1', iso);
    await ports.around.touch('evt_1', `opened ${iso}`, clock.now());
    await writeJoiningLink({ id: `opened ${iso}`, at: iso }, 'evt_1', ports.mailings);
  };
  const mails = () => Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  const subjects = async () => (await mails()).map(({ subject }) => subject);
  return { table, ports, clock, sweep, open, mails, subjects };
}

describe('the last reminder and the letter about joining, due at the same time', () => {
  const stories = {
    'joining opens a moment later': ['sweep 2026-05-19T09:00:00Z', 'open 2026-05-19T09:04:00.000Z', 'sweep 2026-05-19T09:05:00Z'],
    'joining opens a moment before': ['open 2026-05-19T08:58:00.000Z', 'sweep 2026-05-19T08:59:00Z', 'sweep 2026-05-19T09:04:00Z'],
    'both are heard of between two sweeps': ['open 2026-05-19T09:01:00.000Z', 'sweep 2026-05-19T09:05:00Z'],
    'joining opens again': [
      'open 2026-05-19T09:01:00.000Z',
      'sweep 2026-05-19T09:05:00Z',
      'open 2026-05-19T15:00:00.000Z',
      'sweep 2026-05-19T15:05:00Z',
    ],
  } as const;

  async function told(story: readonly string[], the: Awaited<ReturnType<typeof world>>) {
    for (const step of story) {
      const [what, iso = ''] = step.split(' ');
      await (what === 'open' ? the.open(iso) : the.sweep(iso));
    }
    await the.sweep('2026-05-19T20:00:00Z');
  }

  test.each(Object.entries(stories))('are one letter: %s', async (_name, story) => {
    const the = await world();
    await told(story, the);
    expect(await the.subjects()).toEqual(['How to join: A gathering']);
    const [mail] = await the.mails();
    expect(mail?.text).toContain('Your own page has everything that you need');
    expect(mail?.text).toContain(standard);
  });

  test.each([
    // In Scotland the clocks go back on 25 October 2026 and forward on 28 March 2027: a day of the calendar is 25 hours, or 23.
    ['back', { startsAt: '2026-10-25T10:00:00.000Z', endsAt: '2026-10-25T12:00:00.000Z' }, '2026-10-24T09:00:00Z', '2026-10-24T10:00'],
    ['forward', { startsAt: '2027-03-28T09:00:00.000Z', endsAt: '2027-03-28T11:00:00.000Z' }, '2027-03-27T10:00:00Z', '2027-03-27T09:00'],
  ])('are one letter on the night when the clocks go %s, though they are due an hour apart', async (_way, times, reminderAt, opensAt) => {
    const the = await world({ times, iso: new Date(Date.parse(reminderAt) - 5 * 86_400_000).toISOString() });
    const steps = [
      [`${opensAt}:30.000Z`, () => the.open(`${opensAt}:30.000Z`)],
      [reminderAt, () => the.sweep(reminderAt)],
    ] as const;
    for (const [, step] of [...steps].sort(([a], [b]) => Date.parse(a) - Date.parse(b))) await step();
    await the.sweep(new Date(Date.parse(reminderAt) + 3 * 3_600_000).toISOString());
    expect(await the.subjects()).toEqual(['How to join: A gathering']);
    expect((await the.mails())[0]?.text).toContain(standard);
  });

  test('that letter has an organiser’s own words for the reminder too', async () => {
    const the = await world();
    const text = { subject: 'Tomorrow: {event}', body: 'Bring a cup, {name}.' };
    const next = { eventId: 'evt_1', timings: {}, texts: { 'last-reminder': text } };
    const announces = { letter: 'last-reminder', change: 'text' } as const;
    await the.ports.plans.save({ loaded: undefined, next, announces, actor: organiser, now: the.clock.now() });
    await told(stories['joining opens a moment later'], the);
    const [mail, ...more] = await the.mails();
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Bring a cup, Person reg_a.');
    expect(mail?.text).not.toContain(standard);
  });

  test('the page of letters says so, and to how many it went', async () => {
    const the = await world();
    await told(stories['joining opens a moment later'], the);
    const { visit, organiser } = await visitorOf(the.table, () => the.clock.now());
    const signedIn = await organiser();
    const list = await visit('GET', '/organise/events/evt_1/letters', signedIn);
    expect([list.status, await htmlProblems(list.body)]).toEqual([200, []]);
    expect(list.body).toContain('In one letter with “How to join”');
    expect(list.body.match(/To 1 person/g)).toHaveLength(2);
    const one = await visit('GET', '/organise/events/evt_1/letters/last-reminder', signedIn);
    expect([one.status, await htmlProblems(one.body)]).toEqual([200, []]);
    expect(one.body).not.toContain('Save the time');
    // What its readers got is what the preview shows.
    expect((await visit('GET', '/organise/events/evt_1/letters/joining', signedIn)).body).toContain(standard);
  });

  test('the test is able to fail: a sweep that knows nothing of joining sends a second letter', async () => {
    const the = await world();
    const blind = { ...the.ports.facts, joining: async () => ({ openedAt: undefined, changed: undefined }) };
    await the.open('2026-05-19T09:01:00.000Z');
    await the.sweep('2026-05-19T09:05:00Z', blind);
    expect((await the.subjects()).sort()).toEqual(['How to join: A gathering', 'See you soon: A gathering']);
  });
});

describe('otherwise the last reminder goes by itself', () => {
  test('at its time, where there is nothing to join; and after a quarter of an hour where joining does not open', async () => {
    const inPerson = await world({ joiningDetails: false });
    await inPerson.sweep('2026-05-19T09:00:00Z');
    expect(await inPerson.subjects()).toEqual(['See you soon: A gathering']);
    const late = await world();
    await late.sweep('2026-05-19T09:00:00Z');
    await late.sweep('2026-05-19T09:14:00Z');
    expect(await late.subjects()).toEqual([]);
    await late.sweep('2026-05-19T09:15:00Z');
    expect(await late.subjects()).toEqual(['See you soon: A gathering']);
    // What was said is not said again.
    await late.open('2026-05-19T09:30:00.000Z');
    await late.sweep('2026-05-19T09:35:00Z');
    expect((await late.mails()).map(({ text = '' }) => text.includes(standard))).toEqual([true, false]);
  });

  test('at its time, where an organiser moved it away from joining’s', async () => {
    const the = await world();
    const timings = { 'last-reminder': { on: true, amount: 2, unit: 'days' } } as const;
    const announces = { letter: 'last-reminder', change: 'time' } as const;
    const next = { eventId: 'evt_1', timings, texts: {} };
    await the.ports.plans.save({ loaded: undefined, next, announces, actor: organiser, now: the.clock.now() });
    await the.sweep('2026-05-18T09:00:00Z');
    expect(await the.subjects()).toEqual(['See you soon: A gathering']);
  });

  test('where joining opened hours before, or the reminder is switched off, the letter about joining says nothing of it', async () => {
    const early = await world();
    await early.open('2026-05-18T09:00:00.000Z');
    await early.sweep('2026-05-18T09:05:00Z');
    await early.sweep('2026-05-19T09:00:00Z');
    expect(await early.subjects()).toEqual(['How to join: A gathering', 'See you soon: A gathering']);
    const off = await world();
    const timings = { 'last-reminder': { on: false, amount: 1, unit: 'days' } } as const;
    const next = { eventId: 'evt_1', timings, texts: {} };
    const announces = { letter: 'last-reminder', change: 'time' } as const;
    await off.ports.plans.save({ loaded: undefined, next, announces, actor: organiser, now: off.clock.now() });
    await off.open('2026-05-19T09:01:00.000Z');
    await off.sweep('2026-05-19T09:05:00Z');
    for (const the of [early, off]) expect((await the.mails())[0]?.text).not.toContain(standard);
  });
});
