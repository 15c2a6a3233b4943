import {
  aggregatePut,
  aggregateTombstone,
  BusyError,
  type CommitOutcome,
  commit,
  getItem,
  getItems,
  queryAll,
  queryPage,
  type Table,
  toItem,
  type Write,
} from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import type { Change } from '../domain/change.ts';
import { type ListedRegistration, versionOf } from '../domain/registration.ts';
import { withSteps } from '../domain/steps.ts';
import { ContendedError } from '../use-cases/change-registration.ts';
import type { Attempt, Loaded, Registrations, SaveContext, SaveOutcome } from '../use-cases/ports.ts';
import { readAudience } from './audience.ts';
import { attemptKey, byDue, eventPartition, registrationKey, roster, sensitiveKey } from './keys.ts';
import { idIn, listedAttributes, listedFrom, listedOf } from './listed-item.ts';
import { placesOf } from './places-item.ts';
import { GoneMeanwhileError, placesTurn } from './places-turn.ts';
import { placesWrites, type RegroupWrites } from './places-writes.ts';
import { sensitiveOf } from './question-item.ts';
import { attributesOf, loadedOf, registrationOf } from './registration-item.ts';

/** A form that was sent is known again for this long. */
const attemptDays = 30;

export function registrationStore(table: Table, regroup?: RegroupWrites): Registrations {
  return {
    load: async (registrationId, options) =>
      loadedOf(await getItem(table, registrationKey(registrationId), { consistent: options?.fresh ?? true })),

    sensitiveAnswers: async (registrationId) => sensitiveOf(await getItem(table, sensitiveKey(registrationId))),

    loadAll: async (registrationIds) =>
      (await getItems(table, [...new Set(registrationIds)].map(registrationKey))).flatMap((item) => registrationOf(item) ?? []),

    save: (loaded, change, context) => save({ table, regroup }, loaded, change, context),

    dueToExpire: (now, limit) => idsDue(table, 'PENDING', now, limit),

    offersOver: (now, limit) => idsDue(table, 'OFFER', now, limit),

    ofEvent: async (eventId) => {
      const found = [];
      for await (const each of everybody(table, eventId)) found.push(each);
      return found;
    },

    audience: (eventId, query) => readAudience(table, eventId, query),

    notCancelled: async (eventId, limit) => {
      const ids: string[] = [];
      for await (const { registrationId, status } of everybody(table, eventId)) {
        if (status !== 'cancelled') ids.push(registrationId);
        if (ids.length === limit) break;
      }
      return ids;
    },
  };
}

async function* everybody(table: Table, eventId: string): AsyncGenerator<ListedRegistration> {
  for await (const item of queryAll(table, { pk: eventPartition(eventId), index: roster, only: listedAttributes })) {
    const listed = listedOf(item) ?? (await olderOf(table, idIn(item)));
    if (listed) yield listed;
  }
}

/** Stored before the index carried what a list says. */
async function olderOf(table: Table, registrationId: string): Promise<ListedRegistration | undefined> {
  const { stored } = loadedOf(await getItem(table, registrationKey(registrationId)));
  return stored.kind === 'held' ? listedFrom(stored.registration) : undefined;
}

async function idsDue(table: Table, due: 'PENDING' | 'OFFER', now: Date, limit: number): Promise<readonly string[]> {
  const page = await queryPage(table, { pk: due, index: byDue, between: ['', `${now.toISOString()}~`], limit });
  return page.items.flatMap((item) => item.pk?.S?.slice('REG#'.length) ?? []);
}

/** State, places, line, domain event and the form's mark: one transaction. Where there are two ways to give a place back, the other is tried. */
async function save(
  { table, regroup }: { readonly table: Table; readonly regroup: RegroupWrites | undefined },
  loaded: Loaded,
  change: Change,
  context: SaveContext,
): Promise<SaveOutcome> {
  const about = change.next ?? (loaded.stored.kind === 'held' ? loaded.stored.registration : undefined);
  if (!about) return { kind: 'moved' };
  const { registrationId, eventId } = about;
  const [first, second] = placesWrites(eventId, change.places, registrationId, context.now, regroup);
  const attempt = context.attempt ? [attemptPut(context.attempt, context.now)] : [];
  const tryWith = async (places: readonly Write[]): Promise<SaveOutcome> => {
    const writes = [
      registrationWrite(registrationId, loaded, change, context),
      ...places,
      ...attempt,
      ...sensitiveWrites(registrationId, loaded, change),
    ];
    try {
      const committed = await commit(table, writes, places.length > 0 ? placesTurn(table, eventId, change.places) : undefined);
      return outcomeOf(committed, { places: places.length, attempt: attempt.length });
    } catch (error) {
      if (error instanceof GoneMeanwhileError) return { kind: 'refused', places: error.places };
      throw error instanceof BusyError ? new ContendedError() : error;
    }
  };
  const outcome = await tryWith(first);
  return outcome.kind === 'refused' && second ? tryWith(second) : outcome;
}

function registrationWrite(registrationId: string, loaded: Loaded, change: Change, { now, actor }: SaveContext): Write {
  const expectedVersion = versionOf(loaded.stored);
  const added = change.announces
    ? [
        envelopeFor(change.announces.contract, {
          aggregateId: registrationId,
          version: expectedVersion + 1,
          at: now,
          actor,
          data: change.announces.data,
        }),
      ]
    : [];
  const frame = { key: registrationKey(registrationId), expectedVersion, added, now };
  if (!change.next) return aggregateTombstone(frame);
  const before = loaded.stored.kind === 'held' ? loaded.stored.registration : undefined;
  const attributes = attributesOf(withSteps(before, change.next, { now, actor }));
  return aggregatePut({ ...frame, carried: loaded.carried, attributes });
}

/** Under the condition of the registration's own version: nobody changes the one without the other. */
function sensitiveWrites(registrationId: string, { stored }: Loaded, { next, sensitive }: Change): readonly Write[] {
  const key = sensitiveKey(registrationId);
  if (next && sensitive === undefined) return [];
  if (next && sensitive && sensitive.length > 0) return [{ kind: 'put', item: toItem({ ...key, answers: sensitive }) }];
  const had = stored.kind === 'held' && (stored.registration.sensitive?.length ?? 0) > 0;
  return had ? [{ kind: 'delete', key }] : [];
}

function attemptPut(attempt: Attempt, now: Date): Write {
  const { pk, sk } = attemptKey(attempt.id);
  const expiresAt = Math.floor(now.getTime() / 1000) + attemptDays * 24 * 60 * 60;
  return {
    kind: 'put',
    item: { pk: { S: pk }, sk: { S: sk }, fingerprint: { S: attempt.fingerprint }, expiresAt: { N: String(expiresAt) } },
    condition: 'attribute_not_exists(pk)',
  };
}

/** Positions in the transaction: the registration first, then its places and line, the form's mark, sensitive answers last. */
function outcomeOf(committed: CommitOutcome, count: { readonly places: number; readonly attempt: number }): SaveOutcome {
  if (committed.kind === 'committed') return { kind: 'saved' };
  const attemptAt = count.attempt > 0 ? 1 + count.places : -1;
  if (committed.failed.includes(attemptAt)) return { kind: 'attempt-used', fingerprint: committed.items[attemptAt]?.fingerprint?.S ?? '' };
  if (committed.failed.includes(0)) return { kind: 'moved' };
  if (committed.failed.includes(1)) return { kind: 'refused', places: placesOf(committed.items[1]) };
  return { kind: 'moved' };
}
