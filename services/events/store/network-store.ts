import { everyRole, provisionKinds, provisionSchema } from '@convener/contracts';
import { networkProvisionsChangedV1, networkStatementChangedV1 } from '@convener/contracts/domain-events';
import { aggregatePut, commit, envelopesSchema, frameSchema, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import type { Statement, StatementKind, StatementVersion } from '../domain/statements.ts';
import type { NetworkSaved, NetworkStore } from '../use-cases/network-ports.ts';

const usualKey = { pk: 'USUAL#provisions', sk: 'USUAL' } as const;
const currentKey = (kind: StatementKind) => ({ pk: `STATEMENT#${kind}`, sk: 'CURRENT' });
const versionKey = (kind: StatementKind, number: number) => ({ pk: `STATEMENT#${kind}`, sk: `VERSION#${number}` });

const note = { number: z.number(), changedAt: z.string(), by: z.enum(everyRole) };
const versionSchema = z.object({ ...note, text: z.string(), html: z.string() });
const statementSchema = z.object({ current: versionSchema, earlier: z.array(z.object(note)), envelopes: envelopesSchema });
const usualSchema = z.object({ ...frameSchema.shape, provisions: z.array(provisionSchema) });

/**
 * Access patterns: see `service.ts`. The current version of a statement lies on one item with the notes of those before it, so that its page
 * costs one read; each version also lies on an item of its own, written once and never again.
 */
export function networkStore(table: Table): NetworkStore {
  const read = async (kind: StatementKind, consistent: boolean) => {
    const item = await getItem(table, currentKey(kind), { consistent });
    return item && statementSchema.parse(fromItem(item));
  };
  return {
    usual: async () => {
      const item = await getItem(table, usualKey);
      if (!item) return { provisions: [], version: 0, carried: [] };
      const { provisions, version, envelopes } = usualSchema.parse(fromItem(item));
      return { provisions, version, carried: envelopes };
    },
    saveUsual: async ({ loaded, provisions, actor, now }) => {
      const kinds = provisionKinds.filter((kind) => provisions.some((each) => each.kind === kind));
      const change = { aggregateId: 'network', version: loaded.version + 1, at: now, actor, data: { kinds } };
      const write = aggregatePut({
        key: usualKey,
        expectedVersion: loaded.version,
        attributes: { provisions },
        carried: envelopesSchema.parse(loaded.carried),
        added: [envelopeFor(networkProvisionsChangedV1, change)],
        now,
      });
      return saved(await commit(table, [write]));
    },
    published: async (kind) => {
      const found = await read(kind, false);
      return found && statementOf(found);
    },
    version: async (kind, number) => {
      const item = await getItem(table, versionKey(kind, number), { consistent: false });
      return item && versionSchema.parse(fromItem(item));
    },
    statement: async (kind) => {
      const found = await read(kind, true);
      return { statement: found && statementOf(found), carried: found?.envelopes ?? [] };
    },
    saveStatement: async ({ kind, loaded, statement, actor, now }) => {
      const { current } = statement;
      const data = { statement: kind, number: current.number };
      // The number of a statement's version is its item's version: one more with each change, and nothing else changes it.
      const change = { aggregateId: `statement-${kind}`, version: current.number, at: now, actor, data };
      const write = aggregatePut({
        key: currentKey(kind),
        expectedVersion: current.number - 1,
        attributes: statement,
        carried: envelopesSchema.parse(loaded.carried),
        added: [envelopeFor(networkStatementChangedV1, change)],
        now,
      });
      return saved(await commit(table, [write, kept(kind, current)]));
    },
  };
}

function kept(kind: StatementKind, version: StatementVersion) {
  return { kind: 'put' as const, item: toItem({ ...versionKey(kind, version.number), ...version }), condition: 'attribute_not_exists(pk)' };
}

function statementOf({ current, earlier }: z.infer<typeof statementSchema>): Statement {
  return { current, earlier };
}

function saved(outcome: { readonly kind: 'committed' | 'conflict' }): NetworkSaved {
  return outcome.kind === 'committed' ? { kind: 'saved' } : { kind: 'changed-meanwhile' };
}
