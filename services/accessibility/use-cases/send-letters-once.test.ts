import type { MayWriteRequest } from '@convener/contracts/calls';
import { faultyEndpoint, startEngine } from '@convener/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tables } from '../store/need-store.ts';
import { arranged, arrangePorts, linked, someTelling, told } from '../testing/arranged.ts';
import { briefed, byMail, late, postOffice } from '../testing/letters.ts';
import { facts, freshTables, hear, publicPorts, published, say, someAnswer, weeksBefore } from '../testing/one-event.ts';
import { replyToAnswer } from './reply-to-answer.ts';
import { sendLetters } from './send-letters.ts';
import type { LettersPorts } from './sending.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await freshTables();
  await hear(tables, published());
});

const place = (registrationId: string) => ({ registrationId, eventId: facts.eventId });

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
        await briefed(tables);
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
      await briefed(tables);
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
