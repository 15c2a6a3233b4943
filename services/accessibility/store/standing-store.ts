import { commit, getItem, readModelPut, type Table, type Write } from '@convener/dynamodb';
import type { Places, StandingKeeping, Standings } from '../use-cases/ports.ts';
import { arrangementKey, needKey, standingKey } from './keys.ts';
import type { Tables } from './need-store.ts';
import { withdrawnNote } from './withdrawn.ts';

export function standingStore(main: Table): Standings & Places {
  return {
    eventOf: async (registrationId) => (await getItem(main, standingKey(registrationId)))?.eventId?.S,
    of: async (registrationId) => ((await getItem(main, standingKey(registrationId)))?.standing?.S === 'gone' ? 'gone' : 'here'),
  };
}

export function standingKeeping({ main, needs }: Tables): StandingKeeping {
  return {
    come: async (registrationId, eventId, version) => {
      await commit(main, [readModelPut(standingKey(registrationId), { standing: 'here', eventId }, version)]);
    },
    go: async (registrationId, eventId, version, at) => {
      const outcome = await commit(main, [
        readModelPut(standingKey(registrationId), { standing: 'gone', eventId }, version),
        ...(await goingWith(needs, eventId, registrationId)).map((write) => ({ ...write, table: needs })),
      ]);
      // Heard late: they have registered again since. Only what they said before they left goes.
      const cameBack = outcome.kind === 'conflict' && outcome.items[0]?.standing?.S === 'here';
      if (cameBack) await deleteUpTo(needs, eventId, registrationId, at);
    },
  };
}

/**
 * What goes with a place, whether or not there was anything. Where there was, the coordinator is to see that something serves one fewer. It
 * is read first, always; an answer that comes in between is not noted, and goes all the same.
 */
async function goingWith(needs: Table, eventId: string, registrationId: string): Promise<readonly Write[]> {
  const said = await getItem(needs, needKey(eventId, registrationId));
  return [
    { kind: 'delete', key: needKey(eventId, registrationId) },
    { kind: 'delete', key: arrangementKey(eventId, registrationId) },
    ...(said ? [withdrawnNote(eventId)] : []),
  ];
}

async function deleteUpTo(needs: Table, eventId: string, registrationId: string, at: string): Promise<void> {
  await commit(needs, [
    {
      kind: 'delete',
      key: needKey(eventId, registrationId),
      condition: 'changedAt <= :at',
      values: { ':at': { S: new Date(at).toISOString() } },
    },
    { kind: 'delete', key: arrangementKey(eventId, registrationId) },
    withdrawnNote(eventId),
  ]);
}
