import { membersExportedV1, membersImportedV1 } from '@convener/contracts/domain-events';
import { aggregatePut, commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import type { ImportStore, TesterStore } from '../use-cases/ports.ts';
import { epochSeconds, exportKey, importKey, testerKey } from './keys.ts';

const testerSchema = z.object({ address: z.string() });

export function testerStore(table: Table, newId: () => string): TesterStore {
  return {
    keep: async (address, now) => {
      const id = newId();
      await commit(table, [{ kind: 'put', item: toItem({ ...testerKey(id), address, expiresAt: epochSeconds(now, 1) }) }]);
      return id;
    },
    find: async (id) => {
      const item = await getItem(table, testerKey(id));
      return item && testerSchema.parse(fromItem(item)).address;
    },
  };
}

const importDays = 90;

export function importStore(table: Table): ImportStore {
  return {
    recordExport: async ({ exportId, rows, actor, now }) => {
      const said = envelopeFor(membersExportedV1, { aggregateId: exportId, version: 1, at: now, actor, data: { exportId, rows } });
      const attributes = { exportId, rows, expiresAt: epochSeconds(now, importDays) };
      await commit(table, [aggregatePut({ key: exportKey(exportId), expectedVersion: 0, attributes, carried: [], added: [said], now })]);
    },
    record: async ({ importId, added, unchanged, refused, actor, now }) => {
      const counts = { importId, added, unchanged, refused };
      const said = envelopeFor(membersImportedV1, { aggregateId: importId, version: 1, at: now, actor, data: counts });
      await commit(table, [
        aggregatePut({
          key: importKey(importId),
          expectedVersion: 0,
          attributes: { ...counts, expiresAt: epochSeconds(now, importDays) },
          carried: [],
          added: [said],
          now,
        }),
      ]);
    },
  };
}
