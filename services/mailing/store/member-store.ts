import type { Envelope } from '@convener/contracts';
import { memberJoinedV1, memberJoinRequestedV1, memberLeftV1, memberPreferencesChangedV1 } from '@convener/contracts/domain-events';
import { aggregatePut, commit, getItem, getItems, isTombstone, queryPage, type Table, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import { versionOf } from '../domain/member.ts';
import type { MemberSaved, MemberSaving, MemberStore } from '../use-cases/member-ports.ts';
import { countOf } from './count.ts';
import { dueIndex, epochSeconds, listIndex, memberKey, members, pendingMembers } from './keys.ts';
import { letterPut } from './letter-item.ts';
import { memberAttributes, readLoaded, readMember } from './member-item.ts';

export function memberStore(table: Table): MemberStore {
  return {
    find: async (id) => readLoaded(await getItem(table, memberKey(id))),
    findMany: async (ids) => {
      const items = await getItems(table, ids.map(memberKey));
      return items.filter((item) => !isTombstone(item)).map(readMember);
    },
    save: (saving) => save(table, saving),
    list: (options) => list(table, options),
    count: () => countOf(table, { pk: members, index: listIndex }),
    expiredPending: async (now, limit) => {
      const between = ['0', `${now.toISOString()}~`] as const;
      const page = await queryPage(table, { pk: pendingMembers, index: dueIndex, between, limit });
      return page.items.map((item) => readMember(item).id);
    },
  };
}

async function save(table: Table, saving: MemberSaving): Promise<MemberSaved> {
  const letter = saving.letter ? [letterPut(saving.letter)] : [];
  const outcome = await commit(table, [memberWrite(saving), ...letter]);
  if (outcome.kind === 'committed') return 'saved';
  return outcome.failed.includes(0) ? 'changed-meanwhile' : 'letter-known';
}

/** Days that a tombstone of somebody who never confirmed is kept; of somebody who left it stays, so that no import brings them back. */
const unconfirmedTombstoneDays = 90;

function memberWrite(saving: MemberSaving): Write {
  const { id, loaded, next, now } = saving;
  const expectedVersion = versionOf(loaded.stored);
  if (next === 'same') {
    return {
      kind: 'check',
      key: memberKey(id),
      condition: '#version = :version',
      names: { '#version': 'version' },
      values: { ':version': { N: String(expectedVersion) } },
    };
  }
  const gone = 'kind' in next;
  const attributes = gone
    ? {
        tombstone: true,
        left: next.left,
        deletedAt: now.toISOString(),
        ...(next.left ? {} : { expiresAt: epochSeconds(now, unconfirmedTombstoneDays) }),
      }
    : memberAttributes(next);
  return aggregatePut({
    key: memberKey(id),
    expectedVersion,
    attributes,
    carried: gone ? [] : loaded.carried,
    added: envelopes(saving, expectedVersion + 1),
    now,
  });
}

function envelopes({ announces, id, next, actor, now }: MemberSaving, version: number): readonly Envelope[] {
  const change = { aggregateId: id, version, at: now, actor };
  switch (announces) {
    case undefined:
      return [];
    case 'join-requested':
      return [envelopeFor(memberJoinRequestedV1, { ...change, data: { memberId: id } })];
    case 'preferences-changed':
      return [envelopeFor(memberPreferencesChangedV1, { ...change, data: { memberId: id } })];
    case 'left':
      return [envelopeFor(memberLeftV1, { ...change, data: { memberId: id } })];
    case 'joined': {
      const by = next !== 'same' && 'membership' in next && next.membership.kind === 'joined' ? next.membership.by : 'form';
      return [envelopeFor(memberJoinedV1, { ...change, data: { memberId: id, by } })];
    }
  }
}

async function list(table: Table, { cursor, limit, search }: Parameters<MemberStore['list']>[0]): ReturnType<MemberStore['list']> {
  if (!search) {
    const page = await queryPage(table, { pk: members, index: listIndex, limit, cursor });
    return { items: page.items.map(readMember), cursor: page.cursor };
  }
  // A network's members are thousands, not millions: a search looks at them page by page until it has enough.
  const wanted = search.toLocaleLowerCase('en');
  const found = [];
  let from = cursor;
  do {
    const page = await queryPage(table, { pk: members, index: listIndex, limit: 200, cursor: from });
    found.push(
      ...page.items.map(readMember).filter(({ details, address }) => `${details.name} ${address}`.toLocaleLowerCase('en').includes(wanted)),
    );
    from = page.cursor;
  } while (from && found.length < limit);
  return { items: found, cursor: from };
}
