import type { Role } from '@convener/contracts';
import { withTable } from '@convener/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { organisers } from '../service.ts';
import { organiserStore } from '../store/organiser-store.ts';
import { tellEndedSessions } from './end-sessions.ts';
import { changeOrganiser, inviteOrganiser } from './manage-organisers.ts';
import type { EndedSessions, OrganiserStore, Sessions } from './ports.ts';

const now = new Date('2026-03-01T09:00:00Z');
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);
const actor = { kind: 'organiser', id: 'org_morag' } as const;
const sessions: Sessions = { idOf: async (address) => `org_${address.split('@')[0]}`, sign: async () => '' };
let store: OrganiserStore;

beforeEach(async () => {
  store = organiserStore(await withTable(organisers.tables.main));
  for (const name of ['morag', 'ada', 'ben']) await active(name, ['organiser', 'editor']);
});

async function active(name: string, roles: readonly Role[]): Promise<void> {
  const organiser = { kind: 'active', id: `org_${name}`, address: `${name}@example.org`, name, roles } as const;
  await store.save({ loaded: undefined, organiser, announcement: 'signed-in', actor, now });
}

const change = (organiserId: string, wanted: Parameters<typeof changeOrganiser>[0]['change'], at = now) =>
  changeOrganiser({ organiserId, change: wanted, actor, now: at }, { store });

describe('what ends the sessions of before', () => {
  test('a removal', async () => {
    await change('org_ada', { kind: 'remove' });
    expect(await store.ended(now)).toEqual([{ organiserId: 'org_ada', standing: 2 }]);
  });

  test('the loss of a role, though another is given', async () => {
    await change('org_ada', { kind: 'roles', roles: ['organiser', 'access-coordinator'] });
    expect(await store.ended(now)).toEqual([{ organiserId: 'org_ada', standing: 2 }]);
  });

  test('not a role that is given, nor the end of an invitation that nobody has answered', async () => {
    await change('org_ada', { kind: 'roles', roles: ['organiser', 'editor', 'access-coordinator'] });
    await inviteOrganiser({ address: 'dee@example.org', roles: ['editor'], actor, now }, { store, sessions });
    await change('org_dee', { kind: 'remove' });
    expect(await store.ended(now)).toEqual([]);
  });

  test('the later of two losses counts, whoever lost last comes first, and after twelve hours no token of before is left', async () => {
    await change('org_ada', { kind: 'roles', roles: ['organiser'] });
    await change('org_ben', { kind: 'remove' }, hoursLater(1));
    await change('org_ada', { kind: 'remove' }, hoursLater(2));
    expect(await store.ended(hoursLater(2))).toEqual([
      { organiserId: 'org_ada', standing: 3 },
      { organiserId: 'org_ben', standing: 2 },
    ]);
    expect(await store.ended(hoursLater(13))).toEqual([{ organiserId: 'org_ada', standing: 3 }]);
  });
});

describe('two who tell at once', () => {
  /** The first to tell is held up until the second has told everything. */
  async function toldAtOnce(tell: typeof tellEndedSessions): Promise<readonly EndedSessions[]> {
    let stands: readonly EndedSessions[] = [];
    let writes = 0;
    const second = {
      publish: async (ended: readonly EndedSessions[]) => {
        stands = ended;
      },
    };
    const first = {
      publish: async (ended: readonly EndedSessions[]) => {
        writes += 1;
        if (writes === 1) {
          await change('org_ben', { kind: 'remove' }, hoursLater(1));
          await tell(hoursLater(1), store, second);
        }
        stands = ended;
      },
    };
    await change('org_ada', { kind: 'remove' });
    await tell(hoursLater(1), store, first);
    return stands;
  }

  test('leave the whole list standing', async () => {
    expect((await toldAtOnce(tellEndedSessions)).map(({ organiserId }) => organiserId)).toEqual(['org_ben', 'org_ada']);
  });

  test('is caught by this test: a twin that does not look again leaves somebody in', async () => {
    const twin: typeof tellEndedSessions = async (at, from, notice) => notice.publish(await from.ended(at));
    expect((await toldAtOnce(twin)).map(({ organiserId }) => organiserId)).toEqual(['org_ada']);
  });
});
