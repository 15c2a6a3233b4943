import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import type { Person } from './ports.ts';
import { writeJoiningLink } from './prepare-service-mailing.ts';
import type { SendPorts } from './send-ports.ts';
import { sendRun } from './send-run.ts';
import { tendEvents } from './tend-events.ts';
import { writeAboutRegistration } from './write-about-registration.ts';

const organiser = { kind: 'organiser', id: 'org_1' } as const;
const opensAt = '2026-05-19T09:00:00.000Z';
const place = 'You have a place: A gathering';
const both = 'You have a place, and how to join: A gathering';
const joining = 'How to join: A gathering';

/** The day before an event on 20 May 2026, 10am to 12:30pm in Scotland; `reg_early` has had a place for long. */
async function world() {
  const clock = handClock('2026-05-19T08:50:00.000Z');
  const people = new Map<string, Partial<Person>>([['reg_early', {}]]);
  const ses = sesTwin();
  const ports = sendPorts(await emptyTable(), { directory: directoryTwin(people), door: ses, clock });
  await ports.facts.saveEvent({ ...anEvent, changedAt: clock.now().toISOString() }, 2);
  await ports.facts.noteTold('evt_1', anEvent, 2);
  await ports.facts.noteJoiningChanged('evt_1', { version: 2, at: clock.now().toISOString() });
  const goTo = (iso: string) => clock.advance(Date.parse(iso) - clock.now().getTime());
  /** As when registration tells that joining is open. */
  const open = async (iso = opensAt) => {
    goTo(iso);
    await ports.facts.noteJoiningOpened('evt_1', iso);
    await ports.around.touch('evt_1', `opened ${iso}`, clock.now());
    await writeJoiningLink({ id: `opened ${iso}`, at: iso }, 'evt_1', ports.mailings);
  };
  let version = 1;
  /** As when registration tells that somebody has a place; the directory knows them at once. */
  const gets = async (id: string, iso: string, { how = 'confirmed' as 'confirmed' | 'promoted', status = 'confirmed' } = {}) => {
    goTo(iso);
    people.set(id, { status });
    version += 1;
    const about = { registrationId: id, eventId: 'evt_1' };
    const told = {
      id: `${id}:${version}`,
      type: `registration.${how}.v1`,
      at: iso,
      aggregate: { id, version },
      actor: organiser,
      data: about,
    };
    await writeAboutRegistration(`registration.${how}`, told, ports);
  };
  // A directory over the people there are now, as its twin takes their ids when it is made.
  const now = (other: Partial<SendPorts> = {}): SendPorts => ({ ...ports, directory: directoryTwin(people), ...other });
  const sweep = async (iso: string, other: Partial<SendPorts> = {}) => {
    goTo(iso);
    await tendEvents(clock.now(), ports);
    await sendRun(now(other));
  };
  const mailsTo = async (id: string) => {
    const mails = await Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
    return mails.filter(({ to }) => to?.[0]?.address === `${id}@example.org`);
  };
  const subjectsTo = async (id: string) => (await mailsTo(id)).map(({ subject }) => subject);
  return { ports, clock, people, open, gets, sweep, now, mailsTo, subjectsTo };
}

describe('whoever gets a place once joining is open', () => {
  test.each(['confirmed', 'promoted'] as const)('reads how to join in the letter about it (%s), and gets no other', async (how) => {
    const the = await world();
    await the.open();
    await the.sweep('2026-05-19T09:01:00Z');
    await the.gets('reg_late', '2026-05-19T12:00:00.000Z', { how });
    await the.sweep('2026-05-19T12:00:01Z');
    await the.sweep('2026-05-20T11:00:00Z');
    expect(await the.subjectsTo('reg_early')).toEqual([joining]);
    expect(await the.subjectsTo('reg_late')).toEqual([both]);
    const [mail] = await the.mailsTo('reg_late');
    expect(mail?.text).toContain('your own page has everything that you need to take part');
    expect(mail?.text).toContain('See your place, and how to join:\nhttps://example.org/registrations/manage/reg_late');
    expect(mail?.attachments.some(({ mimeType }) => mimeType === 'text/calendar')).toBe(true);
  });

  test('has an organiser’s own words about joining in it', async () => {
    const the = await world();
    const text = { subject: 'Come in', body: 'The door is the third on the left, {name}.' };
    const announces = { letter: 'joining', change: 'text' } as const;
    const next = { eventId: 'evt_1', timings: {}, texts: { joining: text } };
    await the.ports.plans.save({ loaded: undefined, next, announces, actor: organiser, now: the.clock.now() });
    await the.open();
    await the.gets('reg_late', '2026-05-19T12:00:00.000Z');
    await the.sweep('2026-05-19T12:00:01Z');
    expect((await the.mailsTo('reg_late'))[0]?.text).toContain('The door is the third on the left, Person reg_late.');
  });

  test('is told again with their new place, where they gave the first one up and came back', async () => {
    const the = await world();
    await the.open();
    await the.sweep('2026-05-19T09:01:00Z');
    await the.gets('reg_early', '2026-05-19T15:00:00.000Z');
    await the.sweep('2026-05-19T15:00:01Z');
    expect(await the.subjectsTo('reg_early')).toEqual([joining, both]);
  });

  test('is reminded with everybody else, where the last reminder is still to come', async () => {
    const the = await world();
    const timings = { 'last-reminder': { on: true, amount: 3, unit: 'hours' } } as const;
    const announces = { letter: 'last-reminder', change: 'time' } as const;
    await the.ports.plans.save({
      loaded: undefined,
      next: { eventId: 'evt_1', timings, texts: {} },
      announces,
      actor: organiser,
      now: the.clock.now(),
    });
    await the.open();
    await the.sweep('2026-05-19T09:01:00Z');
    await the.gets('reg_late', '2026-05-19T12:00:00.000Z');
    await the.sweep('2026-05-19T12:05:00Z');
    await the.sweep('2026-05-20T06:01:00Z');
    await the.gets('reg_last', '2026-05-20T07:00:00.000Z');
    await the.sweep('2026-05-20T07:05:00Z');
    const reminder = 'See you soon: A gathering';
    expect(await the.subjectsTo('reg_early')).toEqual([joining, reminder]);
    expect(await the.subjectsTo('reg_late')).toEqual([both, reminder]);
    // Who gets a place after it went has just been written to.
    expect(await the.subjectsTo('reg_last')).toEqual([both]);
  });

  test('is told nothing of joining without a place, once the event is over, or while it is far off again', async () => {
    const the = await world();
    await the.open();
    await the.sweep('2026-05-19T09:01:00Z');
    await the.gets('reg_waits', '2026-05-19T12:00:00.000Z', { status: 'waitlisted' });
    await the.sweep('2026-05-19T12:00:01Z');
    expect(await the.subjectsTo('reg_waits')).toEqual([place]);
    await the.gets('reg_over', '2026-05-20T11:29:00.000Z');
    await the.sweep('2026-05-20T11:30:00Z');
    expect(await the.subjectsTo('reg_over')).toEqual([place]);
    const later = { startsAt: '2026-06-20T09:00:00.000Z', endsAt: '2026-06-20T11:30:00.000Z' };
    await the.ports.facts.saveEvent({ ...anEvent, ...later, changedAt: the.clock.now().toISOString() }, 3);
    await the.gets('reg_postponed', '2026-05-20T12:00:00.000Z');
    await the.sweep('2026-05-20T12:00:01Z');
    expect((await the.subjectsTo('reg_postponed'))[0]).toBe(place);
    // Opened again the day before, as registration does.
    await the.open('2026-06-19T09:01:00.000Z');
    await the.sweep('2026-06-19T09:02:00Z');
    expect((await the.subjectsTo('reg_postponed')).filter((subject) => subject === joining)).toHaveLength(1);
    expect((await the.subjectsTo('reg_early')).filter((subject) => subject === joining)).toHaveLength(1);
  });
});

describe('in whatever order the two letters come', () => {
  const toldOf = async (the: Awaited<ReturnType<typeof world>>) =>
    (await the.subjectsTo('reg_late')).filter((subject) => subject?.toLowerCase().includes('how to join'));

  /** They get their place as joining opens: the mailing finds them already, and the letter about their place is on its way. */
  const stories = {
    'both wait for the sender': async (the: Awaited<ReturnType<typeof world>>) => {
      await the.gets('reg_late', opensAt);
      await the.open();
    },
    'joining is prepared before their letter is heard of': async (the: Awaited<ReturnType<typeof world>>) => {
      the.people.set('reg_late', {});
      await the.open();
      await the.sweep('2026-05-19T09:00:30Z');
      await the.gets('reg_late', '2026-05-19T09:00:01.000Z');
    },
    'their letter has left before joining is heard of': async (the: Awaited<ReturnType<typeof world>>) => {
      await the.gets('reg_late', '2026-05-19T09:00:01.000Z');
      await sendRun(the.now());
      await the.open('2026-05-19T09:00:02.000Z');
    },
    'joining is opened twice': async (the: Awaited<ReturnType<typeof world>>) => {
      await the.open();
      await the.gets('reg_late', '2026-05-19T09:03:00.000Z');
      await the.open('2026-05-19T09:04:00.000Z');
    },
  };

  test.each(Object.entries(stories))('how to join is told once: %s', async (_name, story) => {
    const the = await world();
    await story(the);
    await the.sweep('2026-05-19T09:05:00Z');
    await the.sweep('2026-05-19T15:00:00Z');
    expect(await toldOf(the)).toHaveLength(1);
  });

  test('the test is able to fail: a sender that does not rule out the other letter tells it twice', async () => {
    const the = await world();
    const { markSending } = the.ports.letters;
    const forgetful = {
      ...the.ports.letters,
      markSending: (letter, marking) => markSending(letter, { ...marking, tellsToo: undefined }),
    } satisfies SendPorts['letters'];
    await stories['both wait for the sender'](the);
    await the.sweep('2026-05-19T09:05:00Z', { letters: forgetful });
    expect(await toldOf(the)).toHaveLength(2);
  });
});
