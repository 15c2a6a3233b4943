import type { MayWriteRequest } from '@convener/contracts/calls';
import { beforeEach, describe, expect, test } from 'vitest';
import { usualReply } from '../domain/need.ts';
import type { Tables } from '../store/need-store.ts';
import { arranged, arrangePorts, someTelling, told } from '../testing/arranged.ts';
import { postOffice } from '../testing/letters.ts';
import { facts, freshTables, hear, published, say, someAnswer, weeksBefore } from '../testing/one-event.ts';
import { questionsPerRun } from './send-answers.ts';
import { sendLetters } from './send-letters.ts';
import type { LettersPorts } from './sending.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await freshTables();
  await hear(tables, published());
});

const byMail = { ...usualReply, answerByMail: true };
const isAboutNobody = (request: MayWriteRequest) => request.kind === 'may-write' && request.recipientId.length > 12;

describe('mailing’s log has a line for each question, so each run asks as often as the last', () => {
  /** How often mailing is asked in a run with so many people to answer. */
  async function questions(people: number, twin: (ports: LettersPorts) => LettersPorts = (ports) => ports): Promise<number> {
    tables = await freshTables();
    await hear(tables, published());
    const office = postOffice(tables);
    for (let each = 0; each < people; each += 1) {
      await say(tables, `reg_${each}`, weeksBefore, someAnswer, each % 2 === 0 ? byMail : usualReply);
      await told(tables, `reg_${each}`);
    }
    await sendLetters(weeksBefore, twin(office.ports));
    return office.asked.length;
  }

  test('nobody, one, many: the same', async () => {
    const everyone = Array.from({ length: 3 }, () => questionsPerRun);
    expect([await questions(0), await questions(1), await questions(6)]).toEqual(everyone);
  });

  test('the claim notices a twin that asks only for those who wait', async () => {
    const honest = (ports: LettersPorts): LettersPorts => ({
      ...ports,
      mayWrite: (request) => (isAboutNobody(request) ? Promise.resolve({ kind: 'queued' }) : ports.mayWrite(request)),
    });
    expect(await questions(0, honest)).not.toBe(await questions(1, honest));
  });

  test('while mailing is down it is asked as often, and nothing is lost', async () => {
    let asked = 0;
    const down = (ports: LettersPorts): LettersPorts => ({
      ...ports,
      mayWrite: () => {
        asked += 1;
        return Promise.reject(new Error('Mailing is down.'));
      },
    });
    for (const people of [0, 3]) {
      await expect(questions(people, down)).rejects.toThrow(AggregateError);
      expect(asked).toBe(questionsPerRun);
      asked = 0;
    }
    const office = postOffice(tables);
    await sendLetters(weeksBefore, office.ports);
    expect([office.neutral.length, office.sent.length]).toEqual([1, 2]);
  });

  test('who is left over is next, whoever waited longest first', async () => {
    const office = postOffice(tables);
    const people = questionsPerRun + 2;
    for (let each = 0; each < people; each += 1) {
      await say(tables, `reg_${each}`);
      // The ids run against the order of telling.
      await told(tables, `reg_${each}`, someTelling, new Date(weeksBefore.getTime() - each * 60_000));
    }
    await sendLetters(weeksBefore, office.ports);
    const { arrangements } = await arrangePorts(tables).boards.ofEvent(facts.eventId);
    const left = arrangements.filter(({ telling }) => telling?.delivered === 'waiting').map(({ registrationId }) => registrationId);
    expect(left.sort()).toEqual(['reg_0', 'reg_1']);
    await sendLetters(weeksBefore, office.ports);
    expect(office.neutral).toHaveLength(people);
  });
});

describe('nothing happens between two questions: a moment more would tell that somebody is answered', () => {
  type Sweep = (now: Date, ports: LettersPorts) => Promise<unknown>;

  /** What the run did from its first question to its last, in order, with so many people waiting and something to be sent besides. */
  async function between(people: number, sweep: Sweep): Promise<string> {
    tables = await freshTables();
    await hear(tables, published());
    for (let each = 0; each < people; each += 1) {
      await say(tables, `reg_${each}`, weeksBefore, someAnswer, each % 2 === 0 ? byMail : usualReply);
      await told(tables, `reg_${each}`);
    }
    if (people > 0) await arranged(tables, 'adj_one');
    const { ports } = postOffice(tables);
    const done: string[] = [];
    const noting =
      <Given extends readonly unknown[], Result>(what: string, does: (...given: Given) => Result) =>
      (...given: Given) => {
        done.push(what);
        return does(...given);
      };
    await sweep(weeksBefore, {
      ...ports,
      pause: noting('pause', async () => undefined),
      mayWrite: noting('question', ports.mayWrite),
      arrangements: { load: ports.arrangements.load, save: noting('save', ports.arrangements.save) },
      sendings: { ...ports.sendings, beginAlert: noting('alert', ports.sendings.beginAlert) },
      post: { allowance: noting('allowance', ports.post.allowance), send: noting('send', ports.post.send) },
    });
    return done.slice(done.indexOf('question'), done.lastIndexOf('question') + 1).join();
  }

  const steady = Array.from({ length: questionsPerRun }, () => 'question').join();
  test.each([0, 1, 6])('with %s waiting', async (people) => expect(await between(people, sendLetters)).toBe(steady));

  test('the claim notices a twin that rests before each question about somebody', async () => {
    const resting: Sweep = (now, ports) =>
      sendLetters(now, {
        ...ports,
        mayWrite: async (request) => {
          if (!isAboutNobody(request)) await ports.pause?.(600);
          return ports.mayWrite(request);
        },
      });
    expect(await between(6, resting)).not.toBe(await between(0, resting));
  });

  test('and one that acts on each answer at once', async () => {
    const hasty: Sweep = (now, ports) =>
      sendLetters(now, {
        ...ports,
        mayWrite: async (request) => {
          const answer = await ports.mayWrite(request);
          if (answer.kind === 'yes') await ports.post.allowance();
          return answer;
        },
      });
    expect(await between(6, hasty)).not.toBe(await between(0, hasty));
  });
});
