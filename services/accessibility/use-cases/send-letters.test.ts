import type { MayWriteRequest } from '@convener/contracts/calls';
import { faultyEndpoint, startEngine } from '@convener/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { usualReply } from '../domain/need.ts';
import type { Tables } from '../store/need-store.ts';
import { arranged, arrangePorts, linked, someTelling, someWords, told } from '../testing/arranged.ts';
import { postOffice } from '../testing/letters.ts';
import {
  calledOff,
  daysAfterTheEnd,
  everythingIn,
  facts,
  freshTables,
  hear,
  publicPorts,
  published,
  say,
  someAnswer,
  weeksBefore,
} from '../testing/one-event.ts';
import { replyToAnswer } from './reply-to-answer.ts';
import { sendLetters } from './send-letters.ts';
import type { LettersPorts } from './sending.ts';
import { saveBrief, sendBrief } from './write-brief.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await freshTables();
  await hear(tables, published());
});

const byMail = { ...usualReply, answerByMail: true };
const place = (registrationId: string) => ({ registrationId, eventId: facts.eventId });
/** Two days before the event: everything that takes weeks is too late by then. */
const late = new Date('2124-11-18T09:00:00.000Z');
const brief = { agenda: '10am: welcome', names: 'Sample Speaker', terms: '', links: '', joining: '' };

async function briefed(): Promise<void> {
  const ports = arrangePorts(tables);
  await ports.suppliers.keep(
    {
      supplierId: 'sup_one',
      name: 'Sample Interpreters',
      email: 'i@example.org',
      phone: '',
      kinds: [],
      usedAt: weeksBefore.toISOString(),
      version: 1,
    },
    0,
  );
  await saveBrief(facts.eventId, brief, 0, weeksBefore, ports);
  await sendBrief(facts.eventId, 'sup_one', weeksBefore, ports);
  // Twice is the same sending.
  await sendBrief(facts.eventId, 'sup_one', weeksBefore, ports);
}

describe('what leaves', () => {
  test('a neutral letter by default; the answer itself for who chose it; a call is a task for the coordinator', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_usual');
    await say(tables, 'reg_mail', weeksBefore, someAnswer, byMail);
    await say(tables, 'reg_ring', weeksBefore, someAnswer, { ...usualReply, answerFormat: 'phone', answerPhone: '01632 960001' });
    for (const who of ['reg_usual', 'reg_mail', 'reg_ring']) await told(tables, who);
    await sendLetters(weeksBefore, office.ports);
    expect(office.neutral).toHaveLength(1);
    expect(office.sent.map(({ to }) => to.address)).toEqual(['ada@example.org']);
    expect(office.sent[0]?.text).toContain('Two interpreters.');
    expect(office.sent[0]?.subject).toBe('A message about your place');
    const { arrangements } = await arrangePorts(tables).boards.ofEvent(facts.eventId);
    expect(Object.fromEntries(arrangements.map(({ registrationId, telling }) => [registrationId, telling?.delivered]))).toEqual({
      reg_usual: 'done',
      reg_mail: 'done',
      reg_ring: 'waiting',
    });
    expect(JSON.stringify(await everythingIn(tables.main))).not.toContain('interpreters');
  });

  test('large print and easy words are larger; plain text has no other part', async () => {
    const office = postOffice(tables);
    const formats = ['large-print', 'easy-read', 'plain-text'] as const;
    for (const answerFormat of formats) {
      await say(tables, `reg_${answerFormat.slice(0, 5)}`, weeksBefore, someAnswer, { ...byMail, answerFormat });
      await told(tables, `reg_${answerFormat.slice(0, 5)}`, {
        provided: '',
        cannot: { reason: 'It is full. We are sorry.', alternative: 'You can come by chat. It is read out.' },
        contact: 'Sample, 01632 960000',
      });
    }
    await sendLetters(weeksBefore, office.ports);
    const [easy, large, plain] = ['You can come by chat.\n\nIt is read out.', 'font-size: 27px', 'Why: It is full.'].map((text) =>
      office.sent.filter((letter) => letter.text.includes(text) || letter.html?.includes(text.replace(': ', ':'))),
    );
    expect([easy?.length, large?.length]).toEqual([1, 2]);
    expect(plain?.filter(({ html }) => html === undefined)).toHaveLength(1);
  });

  test('an owner hears once at each level, whatever runs how often; nothing of it says what or for whom', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada');
    await arranged(tables, 'adj_one', { ...someWords, what: 'Marker-of-a-thing', leadDays: 8 });
    await linked(tables, 'reg_ada', 'adj_one');
    const days = ['2124-11-01', '2124-11-02', '2124-11-06', '2124-11-07', '2124-11-10', '2124-11-15', '2124-11-18'];
    for (const day of days) for (const _again of [1, 2]) await sendLetters(new Date(`${day}T09:00:00Z`), office.ports);
    expect(office.sent).toHaveLength(2);
    for (const letter of office.sent) {
      expect(letter.to.address).toBe('owner@example.org');
      expect(`${letter.subject} ${letter.text} ${letter.html}`).not.toMatch(/Marker|interpreter|reg_|adj_/);
    }
  });

  test('a brief goes to its supplier once, with what was saved', async () => {
    const office = postOffice(tables);
    await briefed();
    for (const _again of [1, 2]) await sendLetters(weeksBefore, office.ports);
    expect(office.sent.map(({ to, subject }) => [to.address, subject])).toEqual([['i@example.org', 'Brief: A made-up event']]);
    expect(office.sent[0]?.text).toContain('10am: welcome');
    const kept = (await everythingIn(tables.needs)).filter(({ sk }) => String(sk).startsWith('BRIEFED#'));
    expect(JSON.stringify(kept)).not.toContain('welcome');
  });

  test('nothing leaves for an event that was called off, is over, or whose answer was taken back', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_ada');
    await publicPorts(tables).needs.remove(facts.eventId, 'reg_ada');
    await sendLetters(weeksBefore, office.ports);
    await say(tables, 'reg_bo', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_bo');
    await sendLetters(daysAfterTheEnd(1), office.ports);
    await hear(tables, calledOff(weeksBefore.toISOString()));
    await sendLetters(late, office.ports);
    expect([office.sent, office.neutral]).toEqual([[], []]);
  });
});

describe('when SES or mailing does not say yes', () => {
  const fates = [
    ['later', 'waiting', 2],
    ['refused', 'refused', 1],
    ['unknown', 'sending', 1],
    ['lost', 'sending', 1],
  ] as const;
  test.each(fates)('%s: the answer is %s, and is not sent twice', async (fate, delivered) => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_ada');
    office.wishes.fate = fate;
    await sendLetters(weeksBefore, office.ports);
    const state = async () => (await arrangePorts(tables).boards.ofEvent(facts.eventId)).arrangements[0]?.telling?.delivered;
    expect(await state()).toBe(delivered);
    office.wishes.fate = 'accepted';
    await sendLetters(weeksBefore, office.ports);
    expect(office.sent).toHaveLength(fate === 'refused' ? 0 : 1);
    expect(await state()).toBe(fate === 'later' ? 'done' : delivered);
  });

  test('who may not be written to is shown to the coordinator', async () => {
    const office = postOffice(tables);
    await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
    await told(tables, 'reg_ada');
    office.wishes.may = { kind: 'no', because: 'suppressed' };
    await sendLetters(weeksBefore, office.ports);
    expect(office.sent).toEqual([]);
    expect((await arrangePorts(tables).boards.ofEvent(facts.eventId)).arrangements[0]?.telling?.delivered).toBe('refused');
  });
});

const isAboutNobody = (request: MayWriteRequest) => request.kind === 'may-write' && request.recipientId.length > 12;

class Killed extends Error {}

/** Ports that die at the `at`th call of any of them: before it is done, or after. */
function dyingAt(ports: LettersPorts, at: number, when: 'before' | 'after'): LettersPorts {
  let calls = 0;
  const mortal =
    <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      calls += 1;
      const dies = calls === at;
      if (calls > at || (dies && when === 'before')) throw new Killed();
      const result = await call(...given);
      if (dies) throw new Killed();
      return result;
    };
  const { arrangements, sendings, post } = ports;
  const asking = mortal(ports.mayWrite);
  return {
    ...ports,
    // Questions about nobody are steps in which nothing can be lost.
    mayWrite: (request) => (isAboutNobody(request) ? ports.mayWrite(request) : asking(request)),
    arrangements: { load: arrangements.load, save: mortal(arrangements.save) },
    sendings: {
      beginAlert: mortal(sendings.beginAlert),
      takeBackAlert: mortal(sendings.takeBackAlert),
      moveBriefing: mortal(sendings.moveBriefing),
    },
    post: { allowance: mortal(post.allowance), send: mortal(post.send) },
  };
}

describe('killed at every step', () => {
  /** The most that anybody was written, over every step at which the sender may die and two whole runs after it. */
  async function mostLetters(twin: (ports: LettersPorts) => LettersPorts = (ports) => ports): Promise<number> {
    let most = 0;
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; at <= 12; at += 1) {
        tables = await freshTables();
        await hear(tables, published());
        const office = postOffice(tables);
        await say(tables, 'reg_ada', weeksBefore, someAnswer, byMail);
        await told(tables, 'reg_ada');
        await arranged(tables, 'adj_one');
        await briefed();
        await sendLetters(weeksBefore, dyingAt(twin(office.ports), at, when)).catch(() => undefined);
        await sendLetters(weeksBefore, twin(office.ports));
        await sendLetters(weeksBefore, twin(office.ports));
        const counts = Map.groupBy(office.sent, ({ to }) => to.address);
        most = Math.max(most, ...[...counts.values()].map((letters) => letters.length));
      }
    }
    return most;
  }

  test('nobody is written twice', async () => {
    expect(await mostLetters()).toBe(1);
  });

  test('the claim notices a twin that marks only afterwards', async () => {
    const careless = (ports: LettersPorts): LettersPorts => ({
      ...ports,
      arrangements: {
        load: ports.arrangements.load,
        save: (arrangement, need, event) =>
          arrangement.telling?.delivered === 'sending' ? Promise.resolve('saved') : ports.arrangements.save(arrangement, need, event),
      },
    });
    expect(await mostLetters(careless)).toBeGreaterThan(1);
  });
});

describe('a reply that is lost after each write', () => {
  test('leaves one effect, and the true state', async () => {
    const engine = await startEngine();
    let struck = 0;
    for (const action of ['PutItem', 'TransactWriteItems', 'UpdateItem']) {
      const fresh = await freshTables();
      const faulty = await faultyEndpoint(engine.endpoint, [{ fault: { kind: 'lost-reply' }, action, share: 0.4 }], 11);
      const client = engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 12 });
      const lossy: Tables = { main: { ...fresh.main, client }, needs: { ...fresh.needs, client } };
      tables = lossy;
      await hear(fresh, published());
      const office = postOffice(lossy);
      await say(lossy, 'reg_ada', weeksBefore, someAnswer, byMail);
      for (let each = 0; each < 6; each += 1) await arranged(lossy, `adj_${each}`);
      await linked(lossy, 'reg_ada', 'adj_1', 'adj_2');
      await told(lossy, 'reg_ada', someTelling);
      await briefed();
      await sendLetters(late, office.ports);
      await replyToAnswer(place('reg_ada'), { works: true, ownWords: '', to: 1 }, weeksBefore, publicPorts(lossy));
      const board = await arrangePorts(fresh).boards.ofEvent(facts.eventId);
      expect(board.adjustments.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1, 1]);
      expect(board.arrangements).toMatchObject([
        { adjustmentIds: ['adj_1', 'adj_2'], reply: { kind: 'works' }, telling: { version: 1, delivered: 'done' } },
      ]);
      expect(board.briefings).toMatchObject([{ delivered: 'done' }]);
      expect(office.sent).toHaveLength(6 + 1 + 1);
      struck += faulty.struck.length;
      await faulty.stop();
    }
    expect(struck).toBeGreaterThan(5);
  });

  test('the test is able to fail: an alert that is noted by a plain put is sent again', async () => {
    const office = postOffice(tables);
    await arranged(tables, 'adj_one');
    const forgetful: LettersPorts = {
      ...office.ports,
      boards: { ofEvent: async (eventId) => ({ ...(await office.ports.boards.ofEvent(eventId)), alerts: new Set() }) },
      sendings: { ...office.ports.sendings, beginAlert: async () => true },
    };
    for (const _again of [1, 2]) await sendLetters(late, forgetful);
    expect(office.sent).toHaveLength(2);
  });
});
