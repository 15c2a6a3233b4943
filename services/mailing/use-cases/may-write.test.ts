import type { MayWriteRequest } from '@convener/contracts/calls';
import { fromItem, getItem } from '@convener/dynamodb';
import { describe, expect, test } from 'vitest';
import { paceWindowMs } from '../domain/pace.ts';
import { letterKey } from '../store/keys.ts';
import { paceStore } from '../store/pace-store.ts';
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

  test('so many shares of the rate in so long a time, and no more for those who ask at the same moment', async () => {
    const { table, clock, ports: usual } = await world();
    const most = 20;
    const ports = { ...usual, pace: paceStore(table, most) };
    const granted = async (times: number) => {
      let yes = 0;
      for (let each = 0; each < times; each += 1) {
        const both = await Promise.all([mayWrite(ask, ports), mayWrite(ask, ports)]);
        yes += both.filter(({ kind }) => kind === 'yes').length;
      }
      return yes;
    };
    expect(await granted(12)).toBe(most);
    clock.advance(paceWindowMs);
    expect(await granted(1)).toBe(2);
    expect(await ports.pace.taken()).toBe(most + 2);
  });

  test('a run soon after others is not refused: each takes twenty shares, somebody or nobody', async () => {
    const { ports } = await world();
    for (let each = 0; each < 60; each += 1) await mayWrite({ ...ask, recipientId: 'reg_9' }, ports);
    expect((await mayWrite(ask, ports)).kind).toBe('yes');
  });
});

describe('which question it was, and whether there was anybody, leaves no trace but the letter itself', () => {
  const questions = {
    somebody: ask,
    nobody: { ...ask, recipientId: 'reg_9' },
    'the neutral letter': { kind: 'queue-neutral', registrationId: 'reg_0', eventId: 'evt_1', key: 'answer 1' },
  } as const satisfies Record<string, MayWriteRequest>;

  /** What is asked of registration and counted here, in order. */
  async function steps(request: MayWriteRequest, answer = mayWrite): Promise<readonly string[]> {
    const { ports } = await world();
    const done: string[] = [];
    const noting =
      <Given extends readonly unknown[], Result>(what: string, does: (...given: Given) => Promise<Result>) =>
      (...given: Given) => {
        done.push(what);
        return does(...given);
      };
    await answer(request, {
      ...ports,
      directory: (asked) => noting(`directory: ${asked.kind === 'resolve' && asked.ids.length}`, ports.directory)(asked),
      addressKey: noting('key', ports.addressKey),
      suppression: { isSuppressed: noting('suppressed', (key) => ports.suppression.isSuppressed(key)) },
      pace: { take: noting('share', (now) => ports.pace.take(now)) },
    });
    return done;
  }

  test.each(Object.entries(questions))('%s', async (_whom, request) => {
    expect(await steps(request)).toEqual(['directory: 1', 'key', 'suppressed', 'share']);
  });

  test('the claim notices a twin that stops where there is nobody, and one that asks nobody for the neutral letter', async () => {
    const brief: typeof mayWrite = async (request, ports) => {
      if (request.kind === 'queue-neutral') return { kind: 'queued' };
      const found = await ports.directory({ kind: 'resolve', purpose: 'letter', ids: [request.recipientId], links: [] });
      return found.kind === 'resolved' && found.entries.length > 0 ? mayWrite(request, ports) : { kind: 'no', because: 'unknown' };
    };
    expect(await steps(questions.nobody, brief)).toEqual(['directory: 1']);
    expect(await steps(questions['the neutral letter'], brief)).toEqual([]);
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
