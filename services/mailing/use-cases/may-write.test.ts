import { fromItem, getItem } from '@convener/dynamodb';
import { describe, expect, test } from 'vitest';
import { letterKey } from '../store/keys.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { idFrom } from './letter-id.ts';
import { mayWrite } from './may-write.ts';
import { sendRun } from './send-run.ts';
import { writeAboutRegistration } from './write-about-registration.ts';

async function world() {
  const table = await emptyTable();
  const clock = handClock();
  const ses = sesTwin();
  const directory = directoryTwin(new Map([['reg_0', { name: 'Ada', format: 'text' as const }]]));
  const ports = sendPorts(table, { directory, door: ses, clock });
  await ports.facts.saveEvent(anEvent, 1);
  return { table, clock, ses, ports };
}

const ask = { kind: 'may-write', recipientId: 'reg_0' } as const;

describe('may I write to this id?', () => {
  test('yes, with what a letter needs; not to who is unknown; not where letters came back or somebody complained', async () => {
    const { ports } = await world();
    expect(await mayWrite(ask, ports)).toEqual({ kind: 'yes', name: 'Ada', address: 'reg_0@example.org', format: 'text' });
    expect(await mayWrite({ ...ask, recipientId: 'reg_9' }, ports)).toEqual({ kind: 'no', because: 'unknown' });
    await ports.suppression.suppress(await ports.addressKey('reg_0@example.org'), 'complaint', '2026-03-02T09:00:00.000Z');
    expect(await mayWrite(ask, ports)).toEqual({ kind: 'no', because: 'suppressed' });
  });

  test('one share of the rate every half second, whoever asks at the same moment', async () => {
    const { ports, clock } = await world();
    const answers = await Promise.all(Array.from({ length: 5 }, () => mayWrite(ask, ports)));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['later', 'later', 'later', 'later', 'yes']);
    clock.advance(500);
    expect((await mayWrite(ask, ports)).kind).toBe('yes');
    expect(await ports.pace.taken()).toBe(2);
  });
});

describe('the neutral letter', () => {
  const neutral = { kind: 'queue-neutral', registrationId: 'reg_0', eventId: 'evt_1', key: 'answer 1' } as const;

  test('asked for again it is the same letter, sent once', async () => {
    const { ports, ses } = await world();
    for (const key of ['answer 1', 'answer 1', 'answer 2']) await mayWrite({ ...neutral, key }, ports);
    await sendRun(ports);
    await mayWrite(neutral, ports);
    await sendRun(ports);
    expect(ses.addresses).toEqual(['reg_0@example.org', 'reg_0@example.org']);
  });

  test('nothing of it, kept or sent, tells who asked: an organiser’s resend leaves the same', async () => {
    const { table, ports, ses, clock } = await world();
    const place = { registrationId: 'reg_0', eventId: 'evt_1' };
    const told = {
      id: 'a-domain-event',
      type: 'registration.link-requested.v1',
      at: clock.now().toISOString(),
      aggregate: { id: 'reg_0', version: 4 },
      actor: { kind: 'organiser' as const, id: 'org_1' },
      data: place,
    };
    await writeAboutRegistration('registration.message', told, ports);
    await mayWrite(neutral, ports);
    await sendRun(ports);
    const ids = [idFrom('let', 'domain-event', told.id), idFrom('let', 'message', 'reg_0', neutral.key)];
    const kept = await Promise.all(ids.map(async (id) => fromItem((await getItem(table, letterKey(id))) ?? {})));
    const [resent, asked] = kept.map((item) => {
      const { pk, letterId, recipientSk, messageId, attempt, writeId, dueSk, ...rest } = item;
      return rest;
    });
    expect(asked).toEqual(resent);
    const mimes = [...ses.mimes.values()].map((mime) =>
      Buffer.from(mime)
        .toString()
        .replace(/^(Message-ID|Date).*$/gim, '')
        .replace(/-*_NmP-[\w-]+/g, ''),
    );
    expect(mimes[0]).toBe(mimes[1]);
  });

  test('the test is able to fail: a letter of its own words is told apart', async () => {
    const { ports, ses } = await world();
    await mayWrite(neutral, ports);
    await ports.letters.queue({
      id: 'let_other',
      template: 'registration.link-requested',
      recipient: { kind: 'attendee', id: 'reg_0' },
      eventId: 'evt_1',
      now: ports.clock.now(),
    });
    await sendRun(ports);
    const subjects = [...ses.mimes.values()].map((mime) => /^Subject: .*$/m.exec(Buffer.from(mime).toString())?.[0]);
    expect(new Set(subjects).size).toBe(2);
  });
});
