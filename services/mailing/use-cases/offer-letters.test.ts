import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { sendRun } from './send-run.ts';
import { writeAboutRegistration } from './write-about-registration.ts';

describe('a place that is offered', () => {
  const place = { registrationId: 'reg_0', eventId: 'evt_1' };
  const told = (type: string, data: object = place) => ({
    id: `reg_0:2:${type}`,
    type,
    at: '2026-05-01T09:00:00.000Z',
    aggregate: { id: 'reg_0', version: 2 },
    actor: { kind: 'system' as const },
    data: { ...place, ...data },
  });

  async function offered(person: object) {
    const clock = handClock('2026-05-01T09:00:00.000Z');
    const ses = sesTwin();
    const ports = sendPorts(await emptyTable(), { directory: directoryTwin(new Map([['reg_0', person]])), door: ses, clock });
    await ports.facts.saveEvent(anEvent, 2);
    const mail = async () => {
      await sendRun(ports);
      return [...ses.mimes.values()].map((mime) => PostalMime.parse(mime))[0];
    };
    return { ports, clock, mail };
  }

  test('is told with the time until which it is held, in the event’s own time zone', async () => {
    const { ports, mail } = await offered({ status: 'offered', offerUntil: '2026-05-03T08:30:00.000Z' });
    await writeAboutRegistration('registration.offered', told('registration.offered.v1'), ports);
    const found = await mail();
    expect(found?.subject).toBe('A place is free for you: A gathering');
    expect(found?.text).toContain('Held for you until: Sunday, 3 May 2026, 9:30am');
    expect(found?.text).toContain('https://example.org/registrations/offer/reg_0');
  });

  test('is not told once it is taken, gone, or its time is over', async () => {
    for (const person of [
      { status: 'confirmed' },
      { status: 'cancelled' },
      { status: 'offered', offerUntil: '2026-05-01T09:00:00.000Z' },
    ]) {
      const { ports, mail } = await offered(person);
      await writeAboutRegistration('registration.offered', told('registration.offered.v1'), ports);
      expect(await mail()).toBeUndefined();
    }
  });

  test('that ran out says how to join the line again; not to who has joined it already', async () => {
    const lapsed = await offered({ status: 'cancelled' });
    await writeAboutRegistration('registration.offer-lapsed', told('registration.offer-ended.v1'), lapsed.ports);
    expect((await lapsed.mail())?.text).toContain('Join the waiting list again');
    const back = await offered({ status: 'waitlisted' });
    await writeAboutRegistration('registration.offer-lapsed', told('registration.offer-ended.v1'), back.ports);
    expect(await back.mail()).toBeUndefined();
  });
});
