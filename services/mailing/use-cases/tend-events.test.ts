import { describe, expect, test } from 'vitest';
import { aroundWorld, goTo } from '../testing/around-world.ts';
import { anEvent } from '../testing/send-ports.ts';
import { moveMailing } from './move-mailing.ts';
import { prepareNote } from './prepare-mailing.ts';
import { sendRun } from './send-run.ts';
import { tendEvents } from './tend-events.ts';

const organiser = { kind: 'organiser', id: 'org_1' } as const;

describe('letters around an event', () => {
  test('two reminders to who has a place, thanks the next morning; each once, however often the sweep runs', async () => {
    const the = await aroundWorld({ reg_a: 'confirmed', reg_w: 'waitlisted' });
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
    const the = await aroundWorld({ reg_a: 'confirmed' }, '2026-05-14T09:00:00.000Z');
    await the.tend();
    expect(await the.subjects()).toEqual([]);
    goTo(the, '2026-05-20T09:01:00Z');
    await the.tend();
    expect(await the.subjects()).toEqual([]);
  });

  test('moved when the event moves, and never about one that was called off', async () => {
    const the = await aroundWorld({ reg_a: 'confirmed' });
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
    const the = await aroundWorld({ reg_a: 'confirmed' });
    goTo(the, '2026-05-19T09:01:00Z');
    await tendEvents(the.clock.now(), the.ports);
    await the.hear({ cancelled: true }, 3);
    await sendRun(the.ports);
    expect(await the.subjects()).toEqual([]);
  });

  test('No mail possible after the event ended: thanks and letters of organisers go out after the end (failure 6)', async () => {
    const the = await aroundWorld({ reg_a: 'attended', reg_b: 'confirmed' });
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
    const the = await aroundWorld({ reg_a: 'confirmed', reg_b: 'confirmed', reg_w: 'waitlisted' });
    goTo(the, '2026-05-21T09:01:00Z');
    await the.tend();
    expect(await the.subjects()).toEqual(['reg_a: Thank you: A gathering', 'reg_b: Thank you: A gathering']);
  });

  test('switched off, or at another time, as organisers chose', async () => {
    const the = await aroundWorld({ reg_a: 'confirmed' });
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
