import { createHmac } from 'node:crypto';
import { commit, fromItem, getItem, type Item, type Key, queryAll, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { answerFormats, needKinds, waysToTalk } from '../domain/need.ts';
import type { Remembered } from '../domain/remembered.ts';
import type { Memories, MemoriesByPlace, MemorySweep } from '../use-cases/asking-ports.ts';
import { byEnd, memoryKey, memoryPartition, usedKey, usedPrefix } from './asking-keys.ts';
import { byPerson } from './keys.ts';
import { epochSeconds } from './need-item.ts';

const schema = z.object({
  kinds: z.array(z.enum(needKinds)),
  ownWords: z.string(),
  talkFirst: z.optional(z.object({ how: z.enum(waysToTalk), when: z.string() })),
  answerFormat: z.enum(answerFormats),
  answerPhone: z.string(),
  answerByMail: z.boolean(),
  consent: z.object({ textId: z.string(), version: z.number(), at: z.string() }),
  changedAt: z.string(),
  until: z.string(),
});

function rememberedOf(item: Item): Remembered {
  const { kinds, ownWords, talkFirst, ...rest } = schema.parse(fromItem(item));
  return { ...rest, answer: { kinds, ownWords, talkFirst } };
}

/** Under the pseudonym, keyed once more with a secret of our own: the table alone says nothing to who can make the pseudonym, nor the other way. */
export function memoryStore(needs: Table, secret: () => Promise<string>): Memories {
  const keyFor = async (person: string) => {
    const mac = createHmac('sha256', await secret()).update(`memory\n${person}`);
    return mac.digest().subarray(0, 18).toString('base64url');
  };
  return {
    load: async (person) => {
      const item = await getItem(needs, memoryKey(await keyFor(person)));
      return item && rememberedOf(item);
    },
    keep: async ({ person, registrationId, eventId }, { answer, ...rest }) => {
      const key = await keyFor(person);
      const expiresAt = epochSeconds(new Date(rest.until));
      const memory = { ...memoryKey(key), ...rest, ...answer, ends: 'MEMORY', endsOn: rest.until, expiresAt };
      const used = { ...usedKey(key, registrationId), registrationId, eventId, usedAt: rest.changedAt, expiresAt };
      await commit(needs, [
        { kind: 'put', item: toItem(memory) },
        { kind: 'put', item: toItem(used) },
      ]);
    },
    forget: async (person) => forgetPartition(needs, memoryPartition(await keyFor(person))),
  };
}

async function forgetPartition(needs: Table, pk: string): Promise<void> {
  for await (const { sk } of queryAll(needs, { pk })) await commit(needs, [{ kind: 'delete', key: { pk, sk: sk?.S ?? '' } }]);
}

export function memoriesByPlace(needs: Table): MemoriesByPlace {
  const memoriesAt = async (registrationId: string): Promise<readonly Key[]> => {
    const keys: Key[] = [];
    for await (const { pk, sk } of queryAll(needs, { pk: registrationId, index: byPerson })) {
      if (sk?.S?.startsWith(usedPrefix)) keys.push({ pk: pk?.S ?? '', sk: 'MEMORY' });
    }
    return keys;
  };
  return {
    ofPlace: async (registrationId) => {
      const items = await Promise.all((await memoriesAt(registrationId)).map((key) => getItem(needs, key)));
      return items.flatMap((item) => (item ? [rememberedOf(item)] : []));
    },
    forgetOf: async (registrationId, upTo) => {
      for (const key of await memoriesAt(registrationId)) {
        const until = upTo && { condition: 'attribute_not_exists(pk) OR changedAt <= :upTo', values: { ':upTo': { S: upTo } } };
        const outcome = await commit(needs, [{ kind: 'delete', key, ...(until || {}) }]);
        // Remembered again since, after news that comes late: it stays.
        if (outcome.kind === 'committed') await commit(needs, [{ kind: 'delete', key: { ...key, sk: `${usedPrefix}${registrationId}` } }]);
      }
    },
  };
}

export function memorySweep(needs: Table): MemorySweep {
  return {
    deleteOver: async (now) => {
      let looked = 0;
      for await (const { pk, endsOn } of queryAll(needs, { pk: 'MEMORY', index: byEnd })) {
        if ((endsOn?.S ?? '') > now.toISOString()) break;
        looked += 1;
        await forgetPartition(needs, pk?.S ?? '');
      }
      return looked;
    },
  };
}
