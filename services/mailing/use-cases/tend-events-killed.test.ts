import { seededRandom } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import { type AroundWorld, aroundWorld, goTo } from '../testing/around-world.ts';
import { anEvent, Killed, mortal } from '../testing/send-ports.ts';
import { sendRun } from './send-run.ts';
import { tendEvents } from './tend-events.ts';

const five = 300_000;

describe('killed while it sweeps', () => {
  async function changedAndDue() {
    const the = await aroundWorld({ reg_a: 'confirmed' }, '2026-05-19T08:00:00.000Z');
    await the.hear({ place: 'Village hall' }, 3);
    goTo(the, '2026-05-19T09:01:00Z');
    return the;
  }

  async function oneLife(the: AroundWorld, at: number, when: 'before' | 'after', ports: AroundWorld['ports'] = the.ports) {
    const body = mortal({ facts: ports.facts, plans: ports.plans, around: ports.around, mailings: ports.mailings }, { at, when });
    await tendEvents(the.clock.now(), body.ports).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    return body.steps();
  }

  const both = ['reg_a: Changed: A gathering', 'reg_a: See you soon: A gathering'];

  test('at any step, before and after it: every letter goes once', async () => {
    const steps = await oneLife(await changedAndDue(), Number.POSITIVE_INFINITY, 'after');
    expect(steps).toBeGreaterThan(8);
    for (let at = 1; at <= steps; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const the = await changedAndDue();
        await oneLife(the, at, when);
        await the.tend();
        await the.tend();
        expect([at, when, await the.subjects()]).toEqual([at, when, both]);
      }
    }
  }, 180_000);

  test('the test is able to fail: with an id of its own for each sweep, a letter goes twice', async () => {
    let made = 0;
    const forgetful = ({ ports }: AroundWorld): AroundWorld['ports'] => ({
      ...ports,
      mailings: {
        ...ports.mailings,
        find: async () => undefined,
        save: (saving) => {
          made += 1;
          const id = `mlg_${made}`;
          return ports.mailings.save({ ...saving, loaded: undefined, next: { ...saving.next, id, letterStem: id } });
        },
      },
    });
    const lettersKilledAt = async (at: number) => {
      const the = await changedAndDue();
      await oneLife(the, at, 'after', forgetful(the));
      await tendEvents(the.clock.now(), forgetful(the));
      await sendRun(the.ports);
      return (await the.subjects()).length;
    };
    const most = Math.max(...(await Promise.all([9, 10, 11, 12].map(lettersKilledAt))));
    expect(most).toBeGreaterThan(2);
  });

  test('facts told in any order, 1 to 5 times, with sweeps between: the same is told in the end', async () => {
    const random = seededRandom(9);
    for (let round = 0; round < 25; round += 1) {
      const the = await aroundWorld({ reg_a: 'confirmed' }, '2026-05-02T09:00:00.000Z');
      const versions = [
        [3, { place: 'First hall' }],
        [4, { place: 'Second hall' }],
        [5, { place: 'Third hall', title: 'Renamed' }],
      ] as const;
      const tellings = random.shuffled(versions.flatMap((told) => Array<(typeof versions)[number]>(1 + random.integer(5)).fill(told)));
      for (const [version, facts] of tellings) {
        const at = `2026-05-02T09:0${version}:00.000Z`;
        await the.ports.facts.saveEvent({ ...anEvent, ...facts, changedAt: at }, version);
        await the.ports.around.touch('evt_1', `event ${version}`, new Date(at));
        if (random.chance(0.3)) await the.tend();
      }
      the.clock.advance(4 * five);
      await the.tend();
      await the.tend();
      expect(await the.subjects()).toEqual(['reg_a: Changed: Renamed']);
      expect((await the.mails())[0]?.text).toContain('Where: Third hall');
    }
  }, 180_000);
});
