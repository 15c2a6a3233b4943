import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type FaultRule, type FaultyEndpoint, faultyEndpoint, startEngine } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { changeLetterPlan } from './change-letter-plan.ts';
import { confirmJoining } from './confirm-joining.ts';
import { importMembers } from './import-members.ts';
import { joinNetwork } from './join-network.ts';
import { leaveNetwork } from './leave-network.ts';
import { mayWrite } from './may-write.ts';
import { moveMailing } from './move-mailing.ts';
import { prepareReportMailing } from './prepare-mailing.ts';
import { sendRun } from './send-run.ts';
import { tendEvents } from './tend-events.ts';

const details = { name: 'Ada', format: 'html', language: 'en', interests: '' } as const;
const organiser = { kind: 'organiser', id: 'org_1' } as const;
const address = 'ada@example.org';
const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems'];

type Ports = ReturnType<typeof sendPorts>;
interface World {
  readonly ports: Ports;
  readonly now: Date;
  readonly ses: ReturnType<typeof sesTwin>;
  readonly id: string;
}

/** A flow, what must be there before it, and what a person or the network has of it afterwards. */
interface Flow {
  readonly before: (the: World) => Promise<unknown>;
  readonly flow: (the: World) => Promise<unknown>;
  readonly effect: (the: World) => Promise<unknown>;
}

const member = async ({ ports, id }: World) => {
  const { stored, carried } = await ports.members.find(id);
  return { kind: stored.kind, version: stored.kind === 'none' ? 0 : stored.version, events: carried.map(({ type }) => type) };
};
const join = ({ ports, now }: World) => joinNetwork({ address, details, now }, ports);
const confirm = ({ ports, now, id }: World) => confirmJoining({ memberId: id, linkVersion: 1, now }, ports);
const report = async (the: World) => {
  await the.ports.facts.saveReport(
    { id: 'rpt_1', eventId: 'evt_1', slug: 'a', title: 'R', edition: 1, publishedAt: '2026-01-01T00:00:00.000Z' },
    1,
  );
};
const prepare = ({ ports, now }: World) =>
  prepareReportMailing({ eventId: 'evt_1', attendees: true, members: false, actor: organiser, now }, ports);
const mailing = async ({ ports }: World) => (await ports.mailings.ofEvent('evt_1')).map(({ state, letters }) => [state.kind, letters]);

const flows: Readonly<Record<string, Flow>> = {
  'asking to join': {
    before: async () => {},
    flow: join,
    effect: async (the) => [await member(the), (await the.ports.letters.ofRecipient(the.id)).length],
  },
  confirming: { before: join, flow: confirm, effect: member },
  importing: {
    before: async () => {},
    flow: ({ ports, now }) =>
      importMembers(
        {
          rows: [{ line: 1, email: address, name: '', format: 'html', language: 'en', interests: '' }],
          soundAddress: (typed) => typed,
          actor: organiser,
          now,
        },
        ports,
      ),
    effect: member,
  },
  leaving: {
    before: async (the) => [await join(the), await confirm(the)],
    flow: ({ ports, now, id }) => leaveNetwork({ memberId: id, actor: { kind: 'member' }, now }, ports),
    effect: async (the) => [await member(the), (await the.ports.letters.ofRecipient(the.id)).length],
  },
  'looking at an event of which a letter is due and a change to be told': {
    before: async ({ ports, now }) => {
      // A start two hours ahead: changes are told at once, and the last reminder is due.
      const startsAt = new Date(now.getTime() + 7_200_000).toISOString();
      const facts = { ...anEvent, startsAt, endsAt: new Date(now.getTime() + 10_800_000).toISOString(), changedAt: now.toISOString() };
      await ports.facts.saveEvent({ ...facts, place: 'Village hall' }, 3);
      await ports.facts.noteTold('evt_1', facts, 2);
      await ports.plans.save({
        loaded: undefined,
        next: { eventId: 'evt_1', timings: { 'last-reminder': { on: true, amount: 2, unit: 'hours' } }, texts: {} },
        announces: { letter: 'last-reminder', change: 'time' },
        actor: organiser,
        now,
      });
      await ports.facts.noteJoiningOpened('evt_1', new Date(now.getTime() - 60_000).toISOString());
      await ports.facts.noteJoiningChanged('evt_1', { version: 3, at: now.toISOString() });
      await ports.around.touch('evt_1', 'event 3', now);
    },
    flow: ({ ports, now }) => tendEvents(new Date(now.getTime() + 600_000), ports),
    effect: async ({ ports }) => [
      (await ports.mailings.ofEvent('evt_1')).map(({ kind }) => kind).sort(),
      (await ports.facts.told('evt_1'))?.version,
    ],
  },
  'hearing of an event': {
    before: async () => {},
    flow: async ({ ports, now }) => {
      await ports.facts.noteTold('evt_1', anEvent, 2);
      await ports.facts.saveEvent(anEvent, 2);
      await ports.facts.noteJoiningOpened('evt_1', now.toISOString());
      await ports.facts.noteJoiningChanged('evt_1', { version: 4, at: now.toISOString() });
      await ports.around.touch('evt_1', 'event 2', now);
    },
    effect: async ({ ports, now }) => [
      (await ports.facts.event('evt_1'))?.version,
      await ports.facts.joining('evt_1'),
      (await ports.around.due(now, 5)).length,
    ],
  },
  'changing the words of a letter': {
    before: async () => {},
    flow: ({ ports, now }) => {
      const command = { kind: 'set-text', letter: 'thanks', text: { subject: 'S', body: 'B' } } as const;
      return changeLetterPlan({ eventId: 'evt_1', command, actor: organiser, now }, ports);
    },
    effect: async ({ ports }) => {
      const found = await ports.plans.find('evt_1');
      return [found?.version, found?.carried.length, found?.plan.texts];
    },
  },
  'letting another service write, and writing the neutral letter for it': {
    before: async () => {},
    flow: async ({ ports }) => [
      await mayWrite({ kind: 'may-write', recipientId: 'reg_0' }, ports),
      await mayWrite({ kind: 'queue-neutral', registrationId: 'reg_0', eventId: 'evt_1', key: '1' }, ports),
    ],
    effect: async ({ ports }) => [await ports.pace.taken(), (await ports.letters.ofRecipient('reg_0')).length],
  },
  'preparing a mailing': { before: report, flow: prepare, effect: mailing },
  'sending a mailing': {
    before: async (the) => {
      await report(the);
      const prepared = await prepare(the);
      await sendRun(the.ports);
      if (prepared.kind === 'prepared')
        await moveMailing({ mailingId: prepared.mailingId, command: 'start', actor: organiser, now: the.now }, the.ports);
    },
    flow: ({ ports }) => sendRun(ports),
    effect: async (the) => [await mailing(the), [...the.ses.accepted.values()]],
  },
};

/** The flow on a table whose endpoint fails by the rules; then its effect, seen without them. */
async function run({ before, flow, effect }: Flow, rules: readonly FaultRule[]) {
  const engine = await startEngine();
  const table = await emptyTable();
  const clock = handClock();
  const ses = sesTwin();
  const outside = {
    directory: directoryTwin(
      new Map([
        ['reg_0', {}],
        ['reg_1', {}],
      ]),
    ),
    door: ses,
    clock,
  };
  const sound = sendPorts(table, outside);
  const the = { now: clock.now(), ses, id: `mem_${await sound.addressKey(address)}` };
  await sound.facts.saveEvent(anEvent, 1);
  await before({ ...the, ports: sound });
  const faulty: FaultyEndpoint = await faultyEndpoint(engine.endpoint, rules);
  const ports = sendPorts({ name: table.name, client: engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 4 }) }, outside);
  await flow({ ...the, ports });
  const answer = {
    effect: await effect({ ...the, ports: sound }),
    struck: faulty.struck.length,
    writes: writes.reduce((sum, action) => sum + faulty.carriedOut(action), 0),
  };
  await faulty.stop();
  return answer;
}

describe('the reply of a write is lost, and the SDK repeats it', () => {
  test.each(Object.entries(flows))(
    '%s: one effect, whichever write it was',
    async (_name, flow) => {
      const usual = await run(flow, []);
      expect(usual.writes).toBeGreaterThan(0);
      for (const action of writes) {
        for (let call = 1; call <= 12; call += 1) {
          const struck = await run(flow, [{ fault: { kind: 'lost-reply' }, action, calls: [call] }]);
          if (struck.struck === 0) break;
          expect([action, call, struck.effect]).toEqual([action, call, usual.effect]);
        }
      }
    },
    30_000,
  );

  test('the test is able to fail: a plain count rises by two', async () => {
    const engine = await startEngine();
    const table = await emptyTable();
    const faulty = await faultyEndpoint(engine.endpoint, [{ fault: { kind: 'lost-reply' }, calls: [1] }]);
    const Key = { pk: { S: 'COUNT' }, sk: { S: 'COUNT' } };
    const plain = new UpdateItemCommand({
      TableName: table.name,
      Key,
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    });
    await engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 4 }).send(plain);
    await faulty.stop();
    expect((await table.client.send(new GetItemCommand({ TableName: table.name, Key }))).Item?.n?.N).toBe('2');
  });
});
