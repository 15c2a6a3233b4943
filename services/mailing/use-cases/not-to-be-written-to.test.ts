import { describe, expect, test } from 'vitest';
import { mailingWorld } from '../testing/mailing-world.ts';
import { anEventToCome } from '../testing/send-ports.ts';
import type { SendPorts } from './send-ports.ts';
import { sendRun } from './send-run.ts';
import { unsubscribe } from './unsubscribe.ts';

describe('who must not be written to', () => {
  test('bounced, complained or unsubscribed before and during a mailing: nothing to them once it is stored', async () => {
    const { ports, ses, command, clock, prepareReport } = await mailingWorld(40, ['ada@example.org', 'bob@example.org']);
    const id = await prepareReport();
    await sendRun(ports);
    await command(id, 'start');
    const key = (address: string) => ports.addressKey(address);
    await ports.suppression.suppress(await key('reg_0@example.org'), 'bounce', clock.now().toISOString());
    await unsubscribe({ addressKey: await key('reg_1@example.org'), stream: 'reports', now: clock.now() }, ports);
    await unsubscribe({ addressKey: await key('ada@example.org'), stream: 'reports', now: clock.now() }, ports);
    const stored = new Set(['reg_0@example.org', 'reg_1@example.org', 'ada@example.org']);
    const during: SendPorts = {
      ...ports,
      door: {
        ...ports.door,
        send: async (letter) => {
          expect([letter.address, stored.has(letter.address)]).toEqual([letter.address, false]);
          const number = /^reg_(\d+)@/.exec(letter.address)?.[1];
          if (number !== undefined && ses.addresses.length < 15) {
            const next = `reg_${(Number(number) + 20) % 40}@example.org`;
            if (!ses.addresses.includes(next)) {
              if (ses.addresses.length % 2 === 0) await ports.suppression.suppress(await key(next), 'complaint', clock.now().toISOString());
              else await unsubscribe({ addressKey: await key(next), stream: 'reports', now: clock.now() }, ports);
            }
            stored.add(next);
          }
          return ports.door.send(letter);
        },
      },
    };
    await sendRun({ ...during }, { leaseMs: 45_000, runMs: 240_000, parallel: 1, restMs: 900_000 });
    expect(stored.size).toBeGreaterThan(8);
    expect((await ports.letters.countsOf(id)).withheld).toBeGreaterThan(8);
  });

  test('the test is able to fail: who looks only when a batch begins writes to somebody suppressed since', async () => {
    const { ports, ses, clock } = await mailingWorld(2);
    for (const to of ['reg_0', 'reg_1']) {
      await ports.letters.queue({
        id: `let_${to}`,
        template: 'registration.confirmed',
        recipient: { kind: 'attendee', id: to },
        eventId: 'evt_1',
        now: clock.now(),
      });
    }
    const key = await ports.addressKey('reg_1@example.org');
    const hasty: SendPorts = {
      ...ports,
      // Marks under a key that nobody looks up.
      letters: {
        ...ports.letters,
        markSending: (letter, marking) => ports.letters.markSending(letter, { ...marking, addressKey: 'no key' }),
      },
      directory: async (request) => {
        const answer = await ports.directory(request);
        await ports.suppression.suppress(key, 'bounce', clock.now().toISOString());
        return answer;
      },
    };
    await sendRun(hasty);
    expect(ses.addresses).toContain('reg_1@example.org');
  });

  test('“Block all” silently kills joining instructions: unsubscribing never stops letters about one’s own place (failure 5)', async () => {
    const { ports, ses, clock } = await mailingWorld(2);
    const write = (id: string, to: string) =>
      ports.letters.queue({
        id,
        template: 'registration.joining',
        recipient: { kind: 'attendee', id: to },
        eventId: 'evt_1',
        now: clock.now(),
      });
    await unsubscribe({ addressKey: await ports.addressKey('reg_0@example.org'), stream: 'reports', now: clock.now() }, ports);
    await ports.facts.saveEvent(anEventToCome, 2);
    await write('let_a', 'reg_0');
    await sendRun(ports);
    expect(ses.addresses).toEqual(['reg_0@example.org']);
  });

  test.each([
    ['Complaint', ''],
    ['Bounce', 'Permanent'],
  ])('complaints on transactional mail ignored: a %s about a letter of one’s own place stops the next (failure 4)', async (news, kind) => {
    const { ports, ses, clock, tell } = await mailingWorld(1);
    const write = (id: string) =>
      ports.letters.queue({
        id,
        template: 'registration.joining',
        recipient: { kind: 'attendee', id: 'reg_0' },
        eventId: 'evt_1',
        now: clock.now(),
      });
    await ports.facts.saveEvent(anEventToCome, 2);
    await write('let_a');
    await sendRun(ports);
    await tell('let_a', news, kind);
    await write('let_b');
    await sendRun(ports);
    expect([ses.addresses.length, (await ports.letters.find('let_b'))?.state]).toEqual([1, 'withheld']);
  });

  test('a mailbox that is full today is written to again tomorrow', async () => {
    const { ports, ses, clock, tell } = await mailingWorld(1);
    const write = (id: string) =>
      ports.letters.queue({
        id,
        template: 'registration.confirmed',
        recipient: { kind: 'attendee', id: 'reg_0' },
        eventId: 'evt_1',
        now: clock.now(),
      });
    await write('let_a');
    await sendRun(ports);
    await tell('let_a', 'Bounce', 'Transient');
    await write('let_b');
    await sendRun(ports);
    expect(ses.addresses.length).toBe(2);
  });
});
