import { parseArgs } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { services } from '../../../infra/services.ts';
import { administratorKey } from '../gateway/gateway.ts';
import { command } from './command.ts';
import { StartProblem } from './problem.ts';
import { runningInstance } from './running-instance.ts';

// npm run republish [-- --stage prod]: every publisher emits again what its items still carry. Without a stage, of the running local
// cloud; with one, of the account whose credentials are at hand. Consumers have seen most of it before, and take no harm.
await command(async () => {
  const { values } = parseArgs({ options: { stage: { type: 'string' }, data: { type: 'string' } } });
  const client = values.stage === undefined ? localClient(values.data) : new LambdaClient({});
  for (const name of publishers(values.stage ?? 'dev')) await republish(client, name);
});

function localClient(dataFolder: string | undefined): LambdaClient {
  const credentials = { accessKeyId: administratorKey, secretAccessKey: 'local' };
  return new LambdaClient({ endpoint: runningInstance(dataFolder).gatewayUrl, region: 'eu-west-2', credentials });
}

function publishers(stage: string): readonly string[] {
  return services.flatMap((service) =>
    Object.entries(service.lambdas)
      .filter(([, lambda]) => lambda.kind === 'publisher')
      .map(([lambda]) => `convener-${stage}-${service.name}-${lambda}`),
  );
}

async function republish(client: LambdaClient, functionName: string): Promise<void> {
  const reply = await client.send(new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify({ republish: true }) }));
  const answer = Buffer.from(reply.Payload ?? []).toString();
  if (reply.FunctionError !== undefined) throw new StartProblem(`${functionName} failed: ${answer}`);
  process.stdout.write(`${functionName} ${answer}\n`);
}
