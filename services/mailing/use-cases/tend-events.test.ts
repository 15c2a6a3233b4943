import { seededRandom } from '@convener/testing';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { AudienceStatus } from '../domain/mailing.ts';
import { anEvent, directoryTwin, emptyTable, handClock, Killed, mortal, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { moveMailing } from './move-mailing.ts';
import type { Directory, EventLook } from './ports.ts';
import { prepareNote } from './prepare-mailing.ts';
import { sendRun } from './send-run.ts';
import { tendEvents } from './tend-events.ts';

const five = 300_000;
const organiser = { kind: 'organiser', id: 'org_1' } as const;

/** An event on 20 May 2026, 10am in Scotland, with people of some statuses. */
async function world(people: Readonly<Record<string, AudienceStatus>>, iso = '2026-05-01T09:00:00.000Z') {
  const table = await emptyTable();
  const clock = handClock(iso);
  const ses = sesTwin();
  const statusOf = (id: string) => (people[id] === 'waitlisted' ? 'waitlisted' : 'confirmed');
  const resolve = directoryTwin(new Map(Object.keys(people).map((id) => [id, { status: statusOf(id) }])));
  const directory: Directory = async (request) => {
    if (request.kind === 'resolve') return resolve(request);
    const wanted = new Set<string>(request.statuses);
    const fits = (id: string) => wanted.has(people[id] ?? '') || (people[id] === 'attended' && wanted.has('confirmed'));
    return { kind: 'audience', ids: Object.keys(people).filter(fits) };
  };
  const ports = sendPorts(table, { directory, door: ses, clock });
  /** What the service hears of the event: facts, then a touch. */
  const hear = async (event: Partial<EventLook>, version: number) => {
    const changedAt = clock.now().toISOString();
    await ports.facts.saveEvent({ ...anEvent, ...event, changedAt }, version);
    await ports.around.touch(anEvent.id, `event ${version}`, clock.now());
  };
  await hear({}, 2);
  await ports.facts.noteTold(anEvent.id, anEvent, 2);
  const tend = async () => {
    await tendEvents(clock.now(), ports);
    await sendRun(ports);
  };
  const mails = () => Promise.all([...ses.mimes.values()].map((mime) => PostalMime.parse(mime)));
  const subjects = async () => (await mails()).map(({ subject, to }) => `${to?.[0]?.address?.split('@')[0]}: ${subject}`).sort();
  return { table, clock, ses, ports, hear, tend, mails, subjects };
}

const goTo = ({ clock }: Awaited<ReturnType<typeof world>>, iso: string) => clock.advance(Date.parse(iso) - clock.now().getTime());

describe('letters around an event', () => {
  test('two reminders to who has a place, thanks the next morning; each once, however often the sweep runs', async () => {
    const the = await world({ reg_a: 'confirmed', reg_w: 'waitlisted' });
    for (const iso of [
      '2026-05-13T08:59:00Z',
      '2026-05-13T09:00:00Z',
      '2026-05-19T09:03:00Z',
      '2026-05-21T08:59:00Z',
      '2026-05-21T09:00:00Z',
    ]) {
      goTo(the, iso);
      for (let again = 0; again < 3; again += 1) await the.tend();
    }
    expect(await the.subjects()).toEqual([
      'reg_a: Coming up: A gathering',
      'reg_a: See you soon: A gathering',
      'reg_a: Thank you: A gathering',
    ]);
    expect(await the.ports.around.due(new Date('2030-01-01T00:00:00Z'), 10)).toEqual([]);
  });

  test('a reminder whose time is long past is skipped, not sent late', async () => {
    const the = await world({ reg_a: 'confirmed' }, '2026-05-14T09:00:00.000Z');
    await the.tend();
    expect(await the.subjects()).toEqual([]);
    goTo(the, '2026-05-20T09:01:00Z');
    await the.tend();
    expect(await the.subjects()).toEqual([]);
  });

  test('moved when the event moves, and never about one that was called off', async () => {
    const the = await world({ reg_a: 'confirmed' });
    await the.tend();
    await the.hear({ startsAt: '2026-06-20T09:00:00.000Z', endsAt: '2026-06-20T11:30:00.000Z' }, 3);
    the.clock.advance(600_000);
    await the.tend();
    goTo(the, '2026-05-19T09:01:00Z');
    await the.tend();
    expect(await the.subjects()).toEqual(['reg_a: Changed: A gathering']);
    goTo(the, '2026-06-13T09:01:00Z');
    await the.tend();
    expect(await the.subjects()).toEqual(['reg_a: Changed: A gathering', 'reg_a: Coming up: A gathering']);
    await the.hear({ startsAt: '2026-06-20T09:00:00.000Z', endsAt: '2026-06-20T11:30:00.000Z', cancelled: true }, 4);
    goTo(the, '2026-06-21T10:00:00Z');
    await the.tend();
    expect((await the.subjects()).length).toBe(2);
  });

  test('called off between the sweep and the sender: the reminder does not leave', async () => {
    const the = await world({ reg_a: 'confirmed' });
    goTo(the, '2026-05-19T09:01:00Z');
    await tendEvents(the.clock.now(), the.ports);
    await the.hear({ cancelled: true }, 3);
    await sendRun(the.ports);
    expect(await the.subjects()).toEqual([]);
  });

  test('No mail possible after the event ended: thanks and letters of organisers go out after the end (failure 6)', async () => {
    const the = await world({ reg_a: 'attended', reg_b: 'confirmed' });
    goTo(the, '2026-05-21T09:01:00Z');
    await the.tend();
    expect(await the.subjects()).toEqual(['reg_a: Thank you: A gathering']);
    const note = { eventId: anEvent.id, subject: 'The slides', body: 'Here they are.', actor: organiser };
    goTo(the, '2026-07-01T09:00:00Z');
    const { mailingId } = await prepareNote({ ...note, statuses: ['confirmed', 'waitlisted'], now: the.clock.now() }, the.ports);
    await sendRun(the.ports);
    await moveMailing({ mailingId, command: 'start', actor: organiser, now: the.clock.now() }, the.ports);
    await sendRun(the.ports);
    expect(await the.subjects()).toEqual(['reg_a: Thank you: A gathering', 'reg_a: The slides', 'reg_b: The slides']);
  });

  test('thanks go to those who came, and to all who had a place where nobody noted who came', async () => {
    const the = await world({ reg_a: 'confirmed', reg_b: 'confirmed', reg_w: 'waitlisted' });
    goTo(the, '2026-05-21T09:01:00Z');
    await the.tend();
    expect(await the.subjects()).toEqual(['reg_a: Thank you: A gathering', 'reg_b: Thank you: A gathering']);
  });

  test('switched off, or at another time, as organisers chose', async () => {
    const the = await world({ reg_a: 'confirmed' });
    const off = { on: false, amount: 7, unit: 'days' } as const;
    const next = {
      eventId: anEvent.id,
      timings: { reminder: off, 'last-reminder': { ...off, on: true, amount: 2, unit: 'hours' as const } },
      texts: {},
    };
    const announces = { letter: 'reminder', change: 'time' } as const;
    await the.ports.plans.save({ loaded: undefined, next, announces, actor: organiser, now: the.clock.now() });
    for (const iso of ['2026-05-13T09:01:00Z', '2026-05-19T09:01:00Z', '2026-05-20T07:01:00Z']) {
      goTo(the, iso);
      await the.tend();
    }
    expect(await the.subjects()).toEqual(['reg_a: See you soon: A gathering']);
  });
});

describe('changes of an event', () => {
  test('several within minutes are one letter, to who has a place and who waits, with what was and what is', async () => {
    const the = await world({ reg_a: 'confirmed', reg_w: 'waitlisted' });
    await the.hear({ startsAt: '2026-05-20T10:00:00.000Z' }, 3);
    the.clock.advance(five);
    await the.tend();
    await the.hear({ startsAt: '2026-05-20T10:00:00.000Z', mode: 'in-person', place: 'Village hall' }, 4);
    the.clock.advance(five);
    await the.tend();
    expect(await the.subjects()).toEqual([]);
    the.clock.advance(five);
    await the.tend();
    expect(await the.subjects()).toEqual(['reg_a: Changed: A gathering', 'reg_w: Changed: A gathering']);
    const [first, second] = await the.mails();
    expect(first?.text).toContain('When: Wednesday, 20 May 2026, 11am to 12:30pm');
    expect(first?.text).toContain('It was: Wednesday, 20 May 2026, 10am to 12:30pm');
    expect(first?.text).toContain('It was held: Online');
    // Their entry in a calendar moves with it; who waits has none.
    expect([first, second].map((mail) => mail?.attachments.some(({ mimeType }) => mimeType === 'text/calendar')).sort()).toEqual([
      false,
      true,
    ]);
  });

  test('a title that changes, or a change that is taken back, is no letter', async () => {
    const the = await world({ reg_a: 'confirmed' });
    await the.hear({ title: 'Another title', place: 'Here' }, 3);
    await the.hear({ title: 'Another title' }, 4);
    the.clock.advance(3 * five);
    await the.tend();
    expect(await the.subjects()).toEqual([]);
  });

  test('joining details that change after they were sent out are told, once a version', async () => {
    const the = await world({ reg_a: 'confirmed', reg_w: 'waitlisted' }, '2026-05-19T08:00:00.000Z');
    await the.ports.facts.noteJoiningChanged('evt_1', { version: 3, at: '2026-05-19T07:00:00.000Z' });
    await the.ports.facts.noteJoiningOpened('evt_1', '2026-05-19T07:30:00.000Z');
    await the.ports.around.touch('evt_1', 'opened', the.clock.now());
    await the.tend();
    expect(await the.subjects()).toEqual([]);
    await the.ports.facts.noteJoiningChanged('evt_1', { version: 4, at: the.clock.now().toISOString() });
    await the.ports.around.touch('evt_1', 'joining 4', the.clock.now());
    for (let minutes = 0; minutes < 30; minutes += 5) {
      the.clock.advance(five);
      await the.tend();
    }
    expect(await the.subjects()).toEqual(['reg_a: New: how to join A gathering']);
  });
});

describe('killed while it sweeps', () => {
  type World = Awaited<ReturnType<typeof world>>;

  async function changedAndDue() {
    const the = await world({ reg_a: 'confirmed' }, '2026-05-19T08:00:00.000Z');
    await the.hear({ place: 'Village hall' }, 3);
    goTo(the, '2026-05-19T09:01:00Z');
    return the;
  }

  async function oneLife(the: World, at: number, when: 'before' | 'after', ports: World['ports'] = the.ports) {
    const body = mortal({ facts: ports.facts, plans: ports.plans, around: ports.around, mailings: ports.mailings }, { at, when });
    await tendEvents(the.clock.now(), body.ports).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    return body.steps();
  }

  const both = ['reg_a: Changed: A gathering', 'reg_a: See you soon: A gathering'];

  test('at any step, before and after it: every letter goes once', async () => {
    const steps = await oneLife(await changedAndDue(), Number.POSITIVE_INFINITY, 'after');
    expect(steps).toBeGreaterThan(8);
    for (let at = 1; at <= steps; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const the = await changedAndDue();
        await oneLife(the, at, when);
        await the.tend();
        await the.tend();
        expect([at, when, await the.subjects()]).toEqual([at, when, both]);
      }
    }
  }, 180_000);

  test('the test is able to fail: with an id of its own for each sweep, a letter goes twice', async () => {
    let made = 0;
    const forgetful = ({ ports }: World): World['ports'] => ({
      ...ports,
      mailings: {
        ...ports.mailings,
        find: async () => undefined,
        save: (saving) => {
          made += 1;
          const id = `mlg_${made}`;
          return ports.mailings.save({ ...saving, loaded: undefined, next: { ...saving.next, id, letterStem: id } });
        },
      },
    });
    const lettersKilledAt = async (at: number) => {
      const the = await changedAndDue();
      await oneLife(the, at, 'after', forgetful(the));
      await tendEvents(the.clock.now(), forgetful(the));
      await sendRun(the.ports);
      return (await the.subjects()).length;
    };
    const most = Math.max(...(await Promise.all([9, 10, 11, 12].map(lettersKilledAt))));
    expect(most).toBeGreaterThan(2);
  });

  test('facts told in any order, 1 to 5 times, with sweeps between: the same is told in the end', async () => {
    const random = seededRandom(9);
    for (let round = 0; round < 25; round += 1) {
      const the = await world({ reg_a: 'confirmed' }, '2026-05-02T09:00:00.000Z');
      const versions = [
        [3, { place: 'First hall' }],
        [4, { place: 'Second hall' }],
        [5, { place: 'Third hall', title: 'Renamed' }],
      ] as const;
      const tellings = random.shuffled(versions.flatMap((told) => Array<(typeof versions)[number]>(1 + random.integer(5)).fill(told)));
      for (const [version, facts] of tellings) {
        const at = `2026-05-02T09:0${version}:00.000Z`;
        await the.ports.facts.saveEvent({ ...anEvent, ...facts, changedAt: at }, version);
        await the.ports.around.touch('evt_1', `event ${version}`, new Date(at));
        if (random.chance(0.3)) await the.tend();
      }
      the.clock.advance(4 * five);
      await the.tend();
      await the.tend();
      expect(await the.subjects()).toEqual(['reg_a: Changed: Renamed']);
      expect((await the.mails())[0]?.text).toContain('Where: Third hall');
    }
  }, 180_000);
});
