import { commit, fromItem, getItems, type QueryOptions, queryAll, readModelPut, type Table } from '@convener/dynamodb';
import { leftStates } from '../domain/letter.ts';
import type { LetterStore } from '../use-cases/letter-ports.ts';
import { epochSeconds, forgottenKey, letterKey, recipientIndex } from './keys.ts';
import { isCountedAlone, keptDays, readLetter, type StoredLetter, stateUpdate } from './letter-item.ts';

/** Every letter to one person, by the ids in the index. */
export async function ofRecipient(table: Table, recipientId: string): Promise<readonly StoredLetter[]> {
  const options: QueryOptions = { pk: recipientId, index: recipientIndex };
  const keys = [];
  for await (const item of queryAll(table, options)) {
    const { pk, sk } = fromItem(item);
    keys.push({ pk: String(pk), sk: String(sk) });
  }
  return (await getItems(table, keys)).map(readLetter);
}

/** The id that stands where a person's was. Nobody has it, so nothing is ever sent to it. */
const nobody = 'erased';

/**
 * The mark comes first: from then on nothing that was caused before it is queued, so that no letter escapes what follows. Letters that are
 * counted stay as numbers. Somebody who registers again afterwards has later versions, and is written to.
 */
export async function forget(table: Table, recipientId: string, { at, version }: Parameters<LetterStore['forget']>[1]): Promise<number> {
  if (version !== undefined) await markForgotten(table, recipientId, at, version);
  const letters = (await ofRecipient(table, recipientId)).filter((letter) => isBefore(letter, at, version));
  for (const letter of letters) {
    if (staysAsNumber(letter)) await takeNameOff(table, letter, at);
    else await commit(table, [{ kind: 'delete', key: letterKey(letter.id) }]);
  }
  return letters.length;
}

/** What a mailing counts; and what has left one by one, of which the event's page tells how many. */
function staysAsNumber(letter: StoredLetter): boolean {
  return letter.mailingId !== undefined || (isCountedAlone(letter) && leftStates.includes(letter.state));
}

function isBefore(letter: StoredLetter, at: Date, version: number | undefined): boolean {
  if (version === undefined) return true;
  return letter.causeVersion === undefined ? letter.queuedAt <= at.toISOString() : letter.causeVersion < version;
}

async function markForgotten(table: Table, recipientId: string, at: Date, version: number): Promise<void> {
  const mark = { version, at: at.toISOString(), expiresAt: epochSeconds(at, keptDays) };
  await commit(table, [readModelPut(forgottenKey(recipientId), mark, version)]);
}

async function takeNameOff(table: Table, letter: StoredLetter, now: Date): Promise<void> {
  await commit(table, [stateUpdate(letter, 'withheld', now.toISOString(), { reason: 'unknown' }, { from: ['queued'] })]);
  await commit(table, [
    {
      kind: 'update',
      key: letterKey(letter.id),
      update: 'SET recipientId = :nobody REMOVE recipientPk, recipientSk, addressKey',
      condition: 'attribute_exists(pk)',
      values: { ':nobody': { S: nobody } },
    },
  ]);
}
