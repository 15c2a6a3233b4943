import { createHash } from 'node:crypto';
import type { Role } from '@convener/contracts';
import { parametersOf } from '@convener/signing';
import { secretPrefix } from '@convener/testing/visitor';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { base, type Coordinator, coordinator, telling } from '../testing/coordinator.ts';
import { everythingIn, facts } from '../testing/one-event.ts';
import type { Twins } from '../testing/visitor.ts';
import { handlesUnder } from '../use-cases/person-handle.ts';

let at: Coordinator;
beforeEach(async () => {
  at = await coordinator();
});

describe('who may', () => {
  test.each<[string, readonly Role[]]>([
    ['an organiser', ['organiser']],
    ['an editor', ['editor']],
    ['no role', []],
  ])('%s gets the same refusal whatever there is', async (_name, roles) => {
    const paths = [
      at.person,
      `${base}/people/per_none`,
      `${base}/adjustments/new`,
      `${base}/adjustments/adj_none`,
      `${base}/costs.csv`,
      '/organise/access/suppliers',
    ];
    const answers = await Promise.all(paths.map((path) => at.visit('GET', path, { headers: { accept: 'application/json' } }, roles)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 403));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await at.visit('POST', at.person, { fields: telling }, roles)).status).toBe(403);
  });

  test('a look that cannot be noted is not shown; the claim notices a twin that shows it', async () => {
    const failing = () => Promise.reject(new Error('The table is away.'));
    const strict: Twins = { arrange: (ports) => ({ ...ports, reads: { ...ports.reads, record: failing } }) };
    const careless: Twins = {
      arrange: (ports) => ({ ...ports, reads: { ...ports.reads, record: () => failing().catch(() => undefined) } }),
    };
    expect((await at.visit('GET', at.person, {}, ['access-coordinator'], strict)).body).not.toContain('Sample Ada');
    expect((await at.visit('GET', at.person, {}, ['access-coordinator'], careless)).body).toContain('Sample Ada');
  });

  test('looking at one person and taking the costs away are noted as what they are', async () => {
    await at.visit('GET', at.person);
    const { body } = await at.visit('GET', `${base}/costs.csv`);
    const reads = (await everythingIn(at.tables.main)).filter(({ sk }) => String(sk).startsWith('READ#')).map(({ what }) => what);
    expect(reads.sort()).toEqual(['export', 'one']);
    expect(body).not.toMatch(/Ada|reg_|live-captions|day before/);
  });
});

describe('a program', () => {
  const reads = async () => (await everythingIn(at.tables.main)).filter(({ what }) => what === 'one').length;
  /** Every way in which what is arranged for somebody comes back without a change, or with one. */
  const commands = [
    { action: 'link', adjustments: [] },
    { ...telling, tellingVersion: 0 },
    { ...telling, tellingVersion: 0 },
    { action: 'rung', tellingVersion: 1 },
  ];

  /** How many answers told something of somebody, and how many looks were noted. */
  async function shownAndNoted(twins: Twins = {}) {
    let shown = 0;
    for (const json of commands) {
      const { status, body } = await at.visit('POST', at.person, { json }, ['access-coordinator'], twins);
      if (status === 200 && body.includes('adjustmentIds')) shown += 1;
    }
    return [shown, await reads()];
  }

  test('that is shown what is arranged for somebody is noted each time, changed or not', async () => {
    expect(await shownAndNoted()).toEqual([4, 4]);
    const failing = { arrange: (ports: ArrangeDependencies) => ({ ...ports, reads: { ...ports.reads, record: away } }) };
    const { body } = await at.visit('POST', at.person, { json: commands[3] }, ['access-coordinator'], failing);
    expect(body).not.toContain('adjustmentIds');
  });

  test('the claim notices a twin that notes opened pages alone', async () => {
    expect(await shownAndNoted({ arrange: (ports) => ({ ...ports, reads: { ...ports.reads, record: async () => undefined } }) })).toEqual([
      4, 0,
    ]);
  });

  const away = () => Promise.reject(new Error('The table is away.'));
});

describe('what stands for somebody in addresses', () => {
  /** Somebody knows every id of the event, and how handles are made but for the key; an address is in front of them. */
  const foundBy = (make: (registrationId: string) => string) => ['reg_bo', 'reg_ada'].filter((id) => at.person.endsWith(make(id)));

  test('is not worked out from the id of a registration, which every organiser sees', async () => {
    const hashed = (id: string) => createHash('sha256').update(`access ${facts.eventId} ${id}`).digest('base64url').slice(0, 22);
    const guessed = (id: string) => handlesUnder('')(facts.eventId, id);
    expect([...foundBy(hashed), ...foundBy(guessed)]).toEqual([]);
  });

  test('the claim notices a twin of which the key is known', async () => {
    const { secret } = parametersOf('accessibility', secretPrefix);
    const handleWithKey = handlesUnder(await secret('handle-secret'));
    expect(foundBy((id) => handleWithKey(facts.eventId, id))).toEqual(['reg_ada']);
  });

  test('one of before leads to nobody, as somebody who never was', async () => {
    const { status, body } = await at.visit('GET', `${base}/people/per_${'a'.repeat(22)}`);
    expect([status, body]).toEqual([404, (await at.visit('GET', `${base}/people/per_none`)).body]);
  });
});
