import type { Role } from '@convener/contracts';
import { withTable } from '@convener/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { organisers } from '../service.ts';
import { organiserStore } from '../store/organiser-store.ts';
import { changeOrganiser } from './manage-organisers.ts';
import type { OrganiserStore } from './ports.ts';

const now = new Date('2026-03-01T09:00:00Z');
const remove = { kind: 'remove' } as const;
const demote = { kind: 'roles', roles: ['editor'] } as const;
type Wanted = Parameters<typeof changeOrganiser>[0]['change'];
let store: OrganiserStore;

beforeEach(async () => {
  store = organiserStore(await withTable(organisers.tables.main));
});

async function active(name: string, roles: readonly Role[] = ['organiser']): Promise<void> {
  const organiser = { kind: 'active', id: `org_${name}`, address: `${name}@example.org`, name, roles } as const;
  const actor = { kind: 'organiser', id: organiser.id } as const;
  await store.save({ loaded: undefined, organiser, announcement: 'signed-in', actor, now });
}

const change = (by: string, whom: string, wanted: Wanted, through = store) =>
  changeOrganiser({ organiserId: `org_${whom}`, change: wanted, actor: { kind: 'organiser', id: `org_${by}` }, now }, { store: through });

async function whoCanInvite(): Promise<readonly string[]> {
  const all = await store.all();
  return all.flatMap((each) => (each.kind === 'active' && each.roles.includes('organiser') ? [each.id] : []));
}

/** Everybody has read who is there before anybody writes: the worst moment, each time. */
function together(count: number, through = store): OrganiserStore {
  const waiting: (() => void)[] = [];
  const all = async () => {
    const found = await through.all();
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === count) for (const go of waiting) go();
    });
    return found;
  };
  return { ...through, all };
}

describe('two who remove each other at the same moment', () => {
  test.each([
    ['both removed', remove, remove],
    ['both made editors', demote, demote],
    ['one removed, one made an editor', remove, demote],
  ] as const)('%s: one of the two stays, and the other is told', async (_what, first, second) => {
    await active('ada');
    await active('ben');
    const at = together(2);
    const outcomes = await Promise.all([change('ada', 'ben', first, at), change('ben', 'ada', second, at)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused']);
    expect(outcomes).toContainEqual({ kind: 'refused', reason: 'last-organiser' });
    expect(await whoCanInvite()).toHaveLength(1);
  });

  test('each leaves by their own wish: one of the two stays', async () => {
    await active('ada');
    await active('ben');
    const at = together(2);
    await Promise.all([change('ada', 'ada', remove, at), change('ben', 'ben', demote, at)]);
    expect(await whoCanInvite()).toHaveLength(1);
  });

  test('is caught by these tests: a twin that trusts what it read leaves nobody', async () => {
    await active('ada');
    await active('ben');
    const trusting: OrganiserStore = { ...store, save: ({ leaving: _unheeded, ...saving }) => store.save(saving) };
    const at = together(2, trusting);
    await Promise.all([change('ada', 'ben', remove, at), change('ben', 'ada', remove, at)]);
    expect(await whoCanInvite()).toEqual([]);
  });
});

test('five who remove the next in a circle: somebody is left, whoever was quicker', async () => {
  const circle = ['ada', 'ben', 'cara', 'dee', 'eva'];
  for (const name of circle) await active(name);
  const at = together(circle.length);
  const outcomes = await Promise.all(
    circle.map((name, position) => change(name, circle[(position + 1) % circle.length] ?? '', remove, at)),
  );
  const left = await whoCanInvite();
  expect(left.length).toBeGreaterThanOrEqual(1);
  expect(outcomes.filter(({ kind }) => kind === 'changed')).toHaveLength(circle.length - left.length);
});

test('a list that is a moment old names somebody who has gone: another who is there is enough, an editor or an invitation is not', async () => {
  for (const name of ['ada', 'ben', 'cara']) await active(name);
  await active('dee', ['editor']);
  const old = await store.all();
  expect((await change('ada', 'ben', remove)).kind).toBe('changed');
  const stale: OrganiserStore = { ...store, all: async () => old };
  expect((await change('cara', 'ada', remove, stale)).kind).toBe('changed');
  expect(await change('cara', 'cara', remove, stale)).toEqual({ kind: 'refused', reason: 'last-organiser' });
});
