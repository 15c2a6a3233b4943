import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { tableVariable } from '@convener/contracts';

/** One table and the client that reaches it. */
export interface Table {
  readonly name: string;
  readonly client: DynamoDBClient;
}

let shared: DynamoDBClient | undefined;

/**
 * A service's own table, by the name that infra put into the environment. The SDK repeats throttled and lost calls by itself (5 attempts,
 * jittered); writes are made so that a repetition is recognised, see `commit`.
 */
export function openTable(environment: Readonly<Record<string, string | undefined>>, key = 'main'): Table {
  const name = environment[tableVariable(key)];
  if (!name) throw new Error(`The environment has no ${tableVariable(key)}.`);
  shared ??= new DynamoDBClient({ maxAttempts: 5 });
  return { name, client: shared };
}
