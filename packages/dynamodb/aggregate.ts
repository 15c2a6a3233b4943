import type { Envelope } from '@convener/contracts';
import * as z from 'zod/mini';
import type { Write } from './commit.ts';
import { type Item, type Key, toItem } from './item.ts';

/** Envelopes stay this long, so that a publisher that was down can be caught up with `npm run republish`. */
export const envelopeRetentionDays = 7;

/** Envelopes that ride on an item. Each was proven by its contract when it was made, so they are carried as they are. */
export const envelopesSchema = z._default(z.array(z.custom<Envelope>((value) => typeof value === 'object' && value !== null)), []);

/** What every aggregate's item carries beside its own attributes. */
export const frameSchema = z.object({ version: z.number(), envelopes: envelopesSchema });

export interface AggregateWrite {
  readonly key: Key;
  /** The version that was loaded; 0 where there was no item. */
  readonly expectedVersion: number;
  /** The item's own attributes: state, index keys, `expiresAt`. */
  readonly attributes: object;
  /** Envelopes that the item carried when it was loaded. */
  readonly carried: readonly Envelope[];
  readonly added: readonly Envelope[];
  readonly now: Date;
}

/**
 * State and its domain events in one item: they are written together or not at all. The condition is the version that was read, so two
 * writers never overwrite each other.
 */
export function aggregatePut(write: AggregateWrite): Write {
  return {
    kind: 'put',
    item: {
      ...toItem({
        ...write.attributes,
        ...write.key,
        version: write.expectedVersion + 1,
        envelopes: [...stillKept(write.carried, write.now), ...write.added],
      }),
    },
    ...versionCondition(write.expectedVersion),
  };
}

/** What is left of a deleted aggregate: ids, version and the domain event that says so. Later events of older versions are refused by it. */
export function aggregateTombstone(write: Omit<AggregateWrite, 'attributes' | 'carried'>): Write {
  return aggregatePut({ ...write, carried: [], attributes: { tombstone: true, deletedAt: write.now.toISOString() } });
}

export function isTombstone(item: Item): boolean {
  return item.tombstone?.BOOL === true;
}

function versionCondition(expected: number) {
  if (expected === 0) return { condition: 'attribute_not_exists(pk)' };
  return { condition: '#version = :expected', names: { '#version': 'version' }, values: { ':expected': { N: String(expected) } } };
}

function stillKept(envelopes: readonly Envelope[], now: Date): readonly Envelope[] {
  const oldest = now.getTime() - envelopeRetentionDays * 24 * 60 * 60 * 1000;
  return envelopes.filter((envelope) => Date.parse(envelope.at) >= oldest);
}

/**
 * A read model kept from domain events: stored only where it is newer than what is there, so that events seen twice, late or out of order
 * change nothing.
 */
export function readModelPut(key: Key, attributes: object, version: number): Write {
  return {
    kind: 'put',
    item: toItem({ ...attributes, ...key, version }),
    condition: 'attribute_not_exists(pk) OR #version < :version',
    names: { '#version': 'version' },
    values: { ':version': { N: String(version) } },
  };
}
