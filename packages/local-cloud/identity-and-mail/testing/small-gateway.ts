import { createServer, type RequestListener } from 'node:http';
import { faultsFromRules } from '../../gateway/faults.ts';
import { administratorKey, startGateway } from '../../gateway/gateway.ts';
import type { AwsService } from '../../part.ts';
import { memoryJournal, smallStack } from './surroundings.ts';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on a free port of this machine until closed. */
export async function listen(handler: RequestListener): Promise<Listening> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The real gateway in front of these services, with every caller the administrator. */
export async function smallGateway(services: ReadonlyMap<string, AwsService>): Promise<Listening> {
  const gateway = await startGateway(0, {
    stack: smallStack,
    evaluate: () => ({ kind: 'allowed' }),
    services,
    faults: faultsFromRules(),
    journal: memoryJournal(),
    clock: { now: () => new Date() },
    crash: async () => undefined,
    log: () => undefined,
  });
  return { url: gateway.url, close: () => gateway.stop() };
}

/** What every SDK client in these tests is made with. */
export function clientSettings(url: string): {
  endpoint: string;
  region: string;
  maxAttempts: number;
  credentials: { accessKeyId: string; secretAccessKey: string };
} {
  return { endpoint: url, region: 'eu-west-2', maxAttempts: 1, credentials: { accessKeyId: administratorKey, secretAccessKey: 'tests' } };
}
