import type { Actor } from '@convener/contracts';
import { aggregatePut, commit, fromItem, getItem, type Table, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import type { Announcement } from '../domain/change.ts';
import { ContendedError, mostTries } from '../use-cases/change-registration.ts';
import { noticesKey } from './keys.ts';
import { carriedOf } from './registration-item.ts';

export interface NoticeAttributes {
  readonly joiningOpenedAt?: string;
}

export interface Notice {
  readonly attributes: NoticeAttributes;
  readonly announces: Announcement;
  /** Written with it or not at all. */
  readonly beside?: readonly Write[];
}

/**
 * What is announced of an event as a whole rides on an item of its own: `place-<event id>` is the aggregate, its versions count notices.
 * False where there is nothing to announce, or where what was to be written beside it may not be.
 */
export async function announce(
  table: Table,
  eventId: string,
  now: Date,
  actor: Actor,
  decide: (notices: NoticeAttributes) => Notice | undefined,
): Promise<boolean> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const item = await getItem(table, noticesKey(eventId));
    const before = item ? fromItem(item) : {};
    const expectedVersion = typeof before.version === 'number' ? before.version : 0;
    const decided = decide(typeof before.joiningOpenedAt === 'string' ? { joiningOpenedAt: before.joiningOpenedAt } : {});
    if (!decided) return false;
    const { contract, data } = decided.announces;
    const added = [envelopeFor(contract, { aggregateId: `place-${eventId}`, version: expectedVersion + 1, at: now, actor, data })];
    const carried = item ? carriedOf(item).carried : [];
    const outcome = await commit(table, [
      aggregatePut({ key: noticesKey(eventId), expectedVersion, attributes: decided.attributes, carried, added, now }),
      ...(decided.beside ?? []),
    ]);
    if (outcome.kind === 'committed') return true;
    if (!outcome.failed.includes(0)) return false;
  }
  throw new ContendedError();
}
