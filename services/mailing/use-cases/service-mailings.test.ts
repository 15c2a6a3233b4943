import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { mailingWorld, organiser } from '../testing/mailing-world.ts';
import { anEventToCome, directoryTwin } from '../testing/send-ports.ts';
import { prepareNote } from './prepare-mailing.ts';
import { writeJoiningLink, writeToAllThatEventIsOff } from './prepare-service-mailing.ts';
import { sendRun } from './send-run.ts';
import { writeThatEventIsOff } from './write-about-registration.ts';

describe('service mailings', () => {
  test('joining that opens again, once the event was put off, writes to nobody who has had the letter (failure 2)', async () => {
    const { people, ports, ses } = await mailingWorld(5);
    await ports.facts.saveEvent(anEventToCome, 2);
    await writeJoiningLink({ id: 'a', at: '2026-05-19T09:00:00.000Z' }, 'evt_1', ports.mailings);
    await writeJoiningLink({ id: 'a', at: '2026-05-19T09:00:00.000Z' }, 'evt_1', ports.mailings);
    await sendRun(ports);
    expect(ses.addresses.length).toBe(5);
    people.set('reg_77', {});
    const again = { ...ports, directory: directoryTwin(people) };
    await writeJoiningLink({ id: 'b', at: '2026-05-19T12:00:00.000Z' }, 'evt_1', again.mailings);
    await sendRun(again);
    expect([ses.addresses.length, ses.addresses.at(-1)]).toEqual([6, 'reg_77@example.org']);
    const states = (await ports.mailings.ofEvent('evt_1')).map(({ state }) => state.kind);
    expect(states).toEqual(['finished', 'finished']);
  });

  test('an event called off: one letter each, from whichever side it is heard first', async () => {
    const { ports, ses, stateOf } = await mailingWorld(12);
    const heard = (at: number) =>
      writeThatEventIsOff(
        {
          id: `reg_${at}:3:registration.cancelled.v1`,
          type: 'registration.cancelled.v1',
          at: '2026-05-01T09:00:00.000Z',
          aggregate: { id: `reg_${at}`, version: 3 },
          actor: { kind: 'system' },
          data: { registrationId: `reg_${at}`, eventId: 'evt_1' },
        },
        { ...ports, suppression: ports.suppression },
      );
    await heard(0);
    await heard(1);
    await writeToAllThatEventIsOff('evt_1', new Date('2026-05-01T09:00:00.000Z'), ports.mailings);
    await sendRun(ports);
    for (let at = 0; at < 12; at += 1) await heard(at);
    await sendRun(ports);
    expect([ses.addresses.length, Math.max(...ses.accepted.values())]).toEqual([12, 1]);
    const [mailing] = await ports.mailings.ofEvent('evt_1');
    expect(await stateOf(mailing?.id ?? '')).toBe('finished');
  });

  test('a letter in an organiser’s own words, long after the event', async () => {
    const { ports, ses, clock, command, stateOf } = await mailingWorld(2);
    clock.advance(300 * 86_400_000);
    const { mailingId } = await prepareNote(
      {
        eventId: 'evt_1',
        statuses: ['confirmed'],
        subject: 'Thank you',
        body: 'First.\n\nSee https://example.org/more.',
        actor: organiser,
        now: clock.now(),
      },
      ports,
    );
    await sendRun(ports);
    await command(mailingId, 'start');
    await sendRun(ports);
    expect([await stateOf(mailingId), ses.addresses.length]).toEqual(['finished', 2]);
    const mail = await PostalMime.parse([...ses.mimes.values()][0] ?? new Uint8Array());
    expect([mail.subject, mail.html?.includes('href="https://example.org/more"')]).toEqual(['Thank you', true]);
    expect(mail.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);
  });
});
