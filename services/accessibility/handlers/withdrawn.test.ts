import { beforeEach, describe, expect, test } from 'vitest';
import { subjectDependencies } from '../dependencies.ts';
import { base, type Coordinator, coordinator, thing } from '../testing/coordinator.ts';
import { everythingIn, hear, registration, say, type Told } from '../testing/one-event.ts';
import { subject } from '../use-cases/subject.ts';

let at: Coordinator;
/** Something is booked for Ada alone. */
beforeEach(async () => {
  at = await coordinator();
  await hear(at.tables, registration('reg_ada', 'requested', 1), registration('reg_bo', 'requested', 1));
  const people = [at.person.split('/').at(-1) ?? ''];
  await at.visit('POST', `${base}/adjustments/new`, { json: { ...thing, state: 'booked', people } });
});

const board = async () => (await at.visit('GET', base)).body;
const cancelled: Told = registration('reg_ada', 'cancelled', 3);
const says = 'A need was withdrawn. What served nobody else may be given up.';

describe('the last person whom something serves', () => {
  test.each([
    ['gives up the place', () => hear(at.tables, cancelled)],
    ['gives it up, which is heard three times', () => hear(at.tables, cancelled, cancelled, cancelled)],
    [
      'gives it up and has registered again before it is heard',
      () => hear(at.tables, registration('reg_ada', 'requested', 4, '2124-11-02T09:00:00.000Z'), cancelledOn('2124-11-01T10:00:00.000Z')),
    ],
    ['has everything deleted', () => subject({ kind: 'erase', subjectId: 'reg_ada' }, subjectDependencies(at.tables.needs))],
  ] as const)('%s: the coordinator sees that a need was withdrawn, neither whose nor when', async (_how, goes) => {
    await goes();
    const body = await board();
    expect(body).toContain(says);
    expect(body).toContain('Nobody now');
    const notes = (await everythingIn(at.tables.needs)).filter(({ sk }) => String(sk).startsWith('WITHDRAWN#'));
    expect(notes.map((note) => Object.keys(note).sort().join())).toEqual(['pk,sk']);
  });

  test('nothing is noted of anybody who had said nothing', async () => {
    await hear(at.tables, registration('reg_bo', 'cancelled', 3));
    await subject({ kind: 'erase', subjectId: 'reg_bo' }, subjectDependencies(at.tables.needs));
    expect(await board()).not.toContain('withdrawn');
    await say(at.tables, 'reg_cy');
    await hear(at.tables, registration('reg_cy', 'cancelled', 3));
    expect(await board()).toContain(says);
  });
});

function cancelledOn(instant: string): Told {
  return registration('reg_ada', 'cancelled', 3, instant);
}
