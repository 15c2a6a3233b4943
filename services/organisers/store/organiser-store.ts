import type { Envelope } from '@convener/contracts';
import { organiserInvitedV1, organiserRemovedV1, organiserRolesChangedV1, organiserSignedInV1 } from '@convener/contracts/domain-events';
import {
  aggregatePut,
  commit,
  envelopesSchema,
  fromItem,
  getItem,
  type Item,
  queryAll,
  type Table,
  toItem,
  type Write,
} from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import type { Organiser } from '../domain/organiser.ts';
import { organisers } from '../service.ts';
import type { Announcement, OrganiserStore } from '../use-cases/ports.ts';

const roles = z.array(z.enum(['organiser', 'access-coordinator', 'editor']));

const itemSchema = z.object({
  organiser: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('invited'), id: z.string(), address: z.string(), roles, invitedBy: z.optional(z.string()) }),
    z.object({ kind: z.literal('active'), id: z.string(), address: z.string(), name: z.string(), roles }),
    z.object({ kind: z.literal('removed'), id: z.string() }),
  ]),
  version: z.number(),
  envelopes: envelopesSchema,
});

const endedSchema = z.object({ sk: z.string(), standing: z.number(), at: z.string(), expiresAt: z.number() });
const endedKey = 'ENDED-SESSIONS';

const key = (id: string) => ({ pk: `ORGANISER#${id}`, sk: 'ORGANISER' });
const byKind = { name: 'by-kind', ...organisers.tables.main.indexes['by-kind'] };

/** Organisers are few, so that one query of the index lists them all. */
export function organiserStore(table: Table): OrganiserStore {
  return {
    find: async (id) => {
      const item = await getItem(table, key(id));
      if (!item) return undefined;
      const { organiser, version, envelopes } = read(item);
      return { organiser, version, carried: envelopes };
    },
    all: async () => {
      const found: Organiser[] = [];
      for await (const item of queryAll(table, { pk: 'KIND#organiser', index: byKind })) found.push(read(item).organiser);
      return found;
    },
    save: async ({ loaded, organiser, announcement, actor, now, endsSessionsUntil, leaving }) => {
      const expectedVersion = loaded?.version ?? 0;
      const envelope = envelopeOf(organiser, announcement, { aggregateId: organiser.id, version: expectedVersion + 1, at: now, actor });
      const write = aggregatePut({
        key: key(organiser.id),
        expectedVersion,
        attributes: { organiser, kindKey: 'KIND#organiser', kindOrder: organiser.id },
        carried: Array.isArray(loaded?.carried) ? loaded.carried : [],
        added: [envelope],
        now,
      });
      const ended = endsSessionsUntil ? [endedPut(organiser.id, expectedVersion + 1, now, endsSessionsUntil)] : [];
      const outcome = await commit(table, [write, ...ended, ...(leaving ? [mayInvite(leaving)] : [])]);
      if (outcome.kind === 'committed') return 'saved';
      return outcome.failed.includes(0) ? 'changed-meanwhile' : 'other-gone';
    },
    ended: async (now) => {
      const found: z.infer<typeof endedSchema>[] = [];
      for await (const item of queryAll(table, { pk: endedKey, consistent: true })) found.push(endedSchema.parse(fromItem(item)));
      return found
        .filter(({ expiresAt }) => expiresAt * 1000 > now.getTime())
        .sort((a, b) => b.at.localeCompare(a.at))
        .map(({ sk, standing }) => ({ organiserId: sk, standing }));
    },
  };
}

/** One item a person, with the newest of their losses: whoever lost twice has the later standing in it. */
function endedPut(organiserId: string, standing: number, now: Date, until: Date): Write {
  const item = { pk: endedKey, sk: organiserId, standing, at: now.toISOString(), expiresAt: Math.ceil(until.getTime() / 1000) };
  return { kind: 'put', item: toItem(item) };
}

/**
 * Holds while this organiser can invite. Two who remove each other at once each name the other, and DynamoDB lets one of the two transactions
 * through.
 */
function mayInvite(id: string): Write {
  return {
    kind: 'check',
    key: key(id),
    condition: '#organiser.#kind = :active AND contains(#organiser.#roles, :organiser)',
    names: { '#organiser': 'organiser', '#kind': 'kind', '#roles': 'roles' },
    values: { ':active': { S: 'active' }, ':organiser': { S: 'organiser' } },
  };
}

function read(item: Item) {
  return itemSchema.parse(fromItem(item));
}

function envelopeOf(organiser: Organiser, announcement: Announcement, change: Omit<Parameters<typeof envelopeFor>[1], 'data'>): Envelope {
  const organiserId = organiser.id;
  const held = organiser.kind === 'removed' ? [] : [...organiser.roles];
  switch (announcement) {
    case 'invited':
      return envelopeFor(organiserInvitedV1, { ...change, data: { organiserId, roles: held } });
    case 'roles-changed':
      return envelopeFor(organiserRolesChangedV1, { ...change, data: { organiserId, roles: held } });
    case 'removed':
      return envelopeFor(organiserRemovedV1, { ...change, data: { organiserId } });
    case 'signed-in':
      return envelopeFor(organiserSignedInV1, { ...change, data: { organiserId } });
  }
}
