import { commit, getItem, toItem } from '@convener/dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftSeconds } from '../domain/draft-time.ts';
import { freshTable, openFrom } from '../testing/open-event.ts';
import type { Draft } from '../use-cases/draft-ports.ts';
import { draftStore } from './draft-store.ts';
import { draftKey } from './keys.ts';

const draft: Draft = { attempt: 'attempt-0000-0000-0001', typed: { name: 'Ada Sample', tea: ['Green', 'Black'] }, seen: ['tea'] };
let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});

/** What whoever reads the table finds of a draft. */
async function inTheTable(token: string): Promise<string> {
  const item = await getItem(table, draftKey(token.split('.')[0] ?? ''));
  return Buffer.from(item?.sealed?.B ?? []).toString('latin1') + JSON.stringify(item);
}

describe('a form that was begun', () => {
  test('is read by the browser that began it, as it was last kept', async () => {
    const drafts = draftStore(table);
    const token = await drafts.begin(draft, openFrom);
    expect(await drafts.read(token, openFrom)).toEqual({ kind: 'begun', draft });
    await drafts.keep(token, { ...draft, seen: [] }, openFrom);
    expect(await drafts.read(token, openFrom)).toEqual({ kind: 'begun', draft: { ...draft, seen: [] } });
  });

  test('is of no use to whoever reads the table; a twin that does not seal is caught', async () => {
    const token = await draftStore(table).begin(draft, openFrom);
    expect(await inTheTable(token)).not.toContain('Ada Sample');
    expect(await inTheTable(token)).not.toContain(token.split('.')[1]);
    const unsealed = new Uint8Array(Buffer.from(JSON.stringify(draft)));
    await commit(table, [{ kind: 'put', item: toItem({ ...draftKey('twin'), sealed: unsealed }) }]);
    expect(await inTheTable('twin')).toContain('Ada Sample');
  });

  test('opens with its own key only, and only for its time', async () => {
    const drafts = draftStore(table);
    const [one, other] = [await drafts.begin(draft, openFrom), await drafts.begin(draft, openFrom)];
    const mixed = `${one.split('.')[0]}.${other.split('.')[1]}`;
    for (const token of ['', 'nonsense', mixed]) expect(await drafts.read(token, openFrom)).toEqual({ kind: 'none' });
    const late = new Date(openFrom.getTime() + draftSeconds * 1000);
    expect(await drafts.read(one, late)).toEqual({ kind: 'none' });
    expect(await drafts.read(one, new Date(late.getTime() - 1000))).toMatchObject({ kind: 'begun' });
  });

  test('is empty once it was sent, and known to have been sent', async () => {
    const drafts = draftStore(table);
    const token = await drafts.begin(draft, openFrom);
    await drafts.sent(token, openFrom);
    expect(await drafts.read(token, openFrom)).toEqual({ kind: 'sent' });
    expect(await inTheTable(token)).not.toContain('sealed');
  });
});
