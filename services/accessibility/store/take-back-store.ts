import { commit, type Table } from '@convener/dynamodb';
import type { Needs } from '../use-cases/ports.ts';
import { arrangementKey, needKey } from './keys.ts';
import { withdrawnNote } from './withdrawn.ts';

/** By itself, for functions that take an answer back and never write one. */
export function takeBackStore(needs: Table): Pick<Needs, 'remove'> {
  return {
    remove: async (eventId, registrationId) => {
      // What was arranged goes with it.
      await commit(needs, [
        { kind: 'delete', key: needKey(eventId, registrationId), condition: 'attribute_exists(pk)' },
        { kind: 'delete', key: arrangementKey(eventId, registrationId) },
        withdrawnNote(eventId),
      ]);
    },
  };
}
