import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Happening, Journal, Surroundings } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { emptyStack } from '../../stack/testing/empty-stack.ts';

/** A stack with one key, one secret, one parameter and one configuration set: all that these parts read of it. */
export const smallStack: Stack = {
  ...emptyStack,
  configurationSets: [{ name: 'convener-mail', eventTypes: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT'] }],
  keys: [{ logicalId: 'NeedsKey', arn: 'arn:aws:kms:eu-west-2:000000000000:key/needs', aliases: ['alias/needs'], policy: [] }],
  secrets: [
    { logicalId: 'Origin', name: 'origin', arn: 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:origin', value: 'made once' },
  ],
  parameters: [{ name: '/convener/local/written-by-the-template', value: 'as it stands' }],
};

export function memoryJournal(): Journal {
  const told: Happening[] = [];
  return {
    tell: (happening) => {
      told.unshift(happening);
    },
    recent: (kind, limit) => told.filter((one) => one.kind === kind).slice(0, limit),
    callsMade: () => [],
    subscribe: () => () => undefined,
  };
}

export async function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'identity-and-mail-'));
}

export function surroundingsIn(dataFolder: string, changed: Partial<Surroundings> = {}): Surroundings {
  return {
    stack: smallStack,
    dataFolder,
    gatewayUrl: 'http://127.0.0.1:1',
    baseUrl: 'http://127.0.0.1:1',
    clock: { now: () => new Date() },
    journal: memoryJournal(),
    ...changed,
  };
}
