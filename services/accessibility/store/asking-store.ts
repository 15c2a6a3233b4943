import { commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { needKinds } from '../domain/need.ts';
import type { AskingSettings } from '../use-cases/asking-ports.ts';
import { askingKey } from './asking-keys.ts';

const schema = z.object({ kinds: z.array(z.enum(needKinds)), introduction: z.string(), contact: z.string(), version: z.number() });

export function askingStore(main: Table): AskingSettings {
  return {
    load: async (eventId) => {
      const item = await getItem(main, askingKey(eventId));
      return item && schema.parse(fromItem(item));
    },
    save: async (eventId, asking) => {
      const outcome = await commit(main, [
        {
          kind: 'put',
          item: toItem({ ...askingKey(eventId), ...asking }),
          condition: 'attribute_not_exists(pk) OR #version = :before',
          names: { '#version': 'version' },
          values: { ':before': { N: String(asking.version - 1) } },
        },
      ]);
      return outcome.kind === 'committed' ? 'saved' : 'moved';
    },
  };
}
