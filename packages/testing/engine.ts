import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from '@convener/contracts';
import { type Engine, startEngineProcess } from '@convener/local-cloud/engine';
import { createTableInput } from './table.ts';

/** A table of its own for one test: nothing in it came from elsewhere. */
export interface TestTable {
  readonly name: string;
  readonly client: DynamoDBClient;
}

export interface TestEngine {
  readonly endpoint: string;
  /** Tries once, so that a fault in a test is seen and not papered over by a retry. */
  readonly client: DynamoDBClient;
  /** Creates the table under the name in the request, or a manifest's table under a name of its own. Ready when it resolves. */
  createTable(definition: TableDefinition | CreateTableCommandInput): Promise<TestTable>;
  /** A client with other settings, for example the SDK's own retries or a faulty endpoint. */
  clientFor(settings: { readonly endpoint?: string; readonly maxAttempts?: number }): DynamoDBClient;
  stop(): Promise<void>;
}

// One process serves a whole test worker; it is in memory, and ends by itself with the worker.
let shared: Promise<Engine> | undefined;
let tableCount = 0;

/** The real engine that `npm start` runs too, in memory. About 30 ms the first time in a worker, nothing after that. */
export async function startEngine(): Promise<TestEngine> {
  shared ??= startEngineProcess({ databaseFile: undefined });
  const { endpoint } = await shared;
  const clients: DynamoDBClient[] = [];
  const clientFor: TestEngine['clientFor'] = (settings) => {
    const client = new DynamoDBClient({
      endpoint: settings.endpoint ?? endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: settings.maxAttempts ?? 1,
    });
    clients.push(client);
    return client;
  };
  const client = clientFor({});
  return {
    endpoint,
    client,
    clientFor,
    async createTable(definition) {
      const input = 'KeySchema' in definition || 'TableName' in definition ? definition : createTableInput(uniqueName(), definition);
      await client.send(new CreateTableCommand(input));
      const name = String(input.TableName);
      await client.send(
        new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' } }),
      );
      return { name, client };
    },
    async stop() {
      for (const each of clients) each.destroy();
    },
  };
}

/** A fresh table in the shared engine: `const { client, name } = await withTable(service.tables.main)`. */
export async function withTable(definition: TableDefinition | CreateTableCommandInput): Promise<TestTable> {
  const engine = await startEngine();
  return engine.createTable(definition);
}

function uniqueName(): string {
  tableCount += 1;
  return `test-${process.pid}-${tableCount}`;
}
