import { expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { writeToAllThatEventIsOff } from './prepare-service-mailing.ts';
import { sendRun } from './send-run.ts';

async function world() {
  const clock = handClock();
  const ses = sesTwin();
  let asked = 0;
  const door = {
    ...ses,
    allowance: () => {
      asked += 1;
      return ses.allowance();
    },
  };
  const ports = sendPorts(await emptyTable(), { directory: directoryTwin(new Map([['reg_a', {}]])), door, clock });
  return { ses, ports, clock, asked: () => asked };
}

test('woken with nothing to send, it asks SES nothing, and leaves the lease to the next', async () => {
  const { ports, clock, asked } = await world();
  expect(await sendRun(ports)).toBe('nothing-left');
  expect(asked()).toBe(0);
  expect(await ports.lease.take(clock.now(), 1000)).toBeDefined();
});

test('what a killed sender left half sent is in doubt all the same', async () => {
  const { ports, clock, asked } = await world();
  const recipient = { kind: 'attendee', id: 'reg_a' } as const;
  await ports.letters.queue({ id: 'let_1', template: 'registration.confirmed', recipient, eventId: 'evt_1', now: clock.now() });
  const [letter] = await ports.letters.due('service', clock.now(), 1);
  if (!letter) throw new Error('The letter is not due.');
  const lease = await ports.lease.take(clock.now(), 1000);
  const attempt = { id: '1.1', fence: lease?.fence ?? 0 };
  await ports.letters.markSending(letter, { attempt, addressKey: 'key', stream: undefined, now: clock.now() });
  clock.advance(2000);
  expect([await sendRun(ports), asked()]).toEqual(['nothing-left', 0]);
  expect((await ports.letters.find('let_1'))?.state).toBe('in-doubt');
});

test('with a letter or a mailing to see to, it asks', async () => {
  const { ports, clock, ses, asked } = await world();
  await ports.facts.saveEvent(anEvent, 1);
  await writeToAllThatEventIsOff('evt_1', clock.now(), ports.mailings);
  await sendRun(ports);
  expect(asked()).toBeGreaterThan(0);
  expect(ses.addresses).toEqual(['reg_a@example.org']);
});
