import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type IdentityAndMail, startIdentityAndMail } from '../start.ts';
import { clientSettings, type Listening, smallGateway } from '../testing/small-gateway.ts';
import { newDataFolder, surroundingsIn } from '../testing/surroundings.ts';

let folder: string;
let part: IdentityAndMail;
let door: Listening;
let ssm: SSMClient;

async function start(): Promise<void> {
  part = await startIdentityAndMail(surroundingsIn(folder), { putOnDefaultBus: async () => undefined });
  door = await smallGateway(part.services);
  ssm = new SSMClient(clientSettings(door.url));
}

beforeEach(async () => {
  folder = await newDataFolder();
  await start();
});

afterEach(async () => {
  await part.stop();
  await door.close();
});

const name = '/convener/local/registration/link-secret';

it('lets one of many first writers win, and everybody then reads the same value, over a restart too', async () => {
  const writes = await Promise.allSettled(
    ['one', 'two', 'three'].map((Value) => ssm.send(new PutParameterCommand({ Name: name, Value, Type: 'SecureString' }))),
  );
  expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(writes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'ParameterAlreadyExists' } });
  const before = (await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }))).Parameter?.Value;
  await part.stop();
  await door.close();
  await start();
  expect((await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }))).Parameter).toMatchObject({
    Value: before,
    Version: 1,
  });
});

it('gives a SecureString sealed unless it is asked for in the clear, and never writes it to disk in the clear', async () => {
  await ssm.send(new PutParameterCommand({ Name: name, Value: 'a-plain-word', Type: 'SecureString' }));
  const sealed = await ssm.send(new GetParameterCommand({ Name: name }));
  expect(sealed.Parameter?.Value).not.toContain('a-plain-word');
  expect(await readFile(join(folder, 'parameters.json'), 'utf8')).not.toContain('a-plain-word');
  // The broken twin: a String would be found there, so this way of looking does see values.
  await ssm.send(new PutParameterCommand({ Name: '/plain', Value: 'a-plain-word', Type: 'String' }));
  expect(await readFile(join(folder, 'parameters.json'), 'utf8')).toContain('a-plain-word');
});

it('overwrites only when told to, and counts versions', async () => {
  await ssm.send(new PutParameterCommand({ Name: '/a', Value: '1', Type: 'String' }));
  const second = await ssm.send(new PutParameterCommand({ Name: '/a', Value: '2', Overwrite: true }));
  expect(second.Version).toBe(2);
  const read = await ssm.send(new GetParameterCommand({ Name: 'arn:aws:ssm:eu-west-2:000000000000:parameter/a' }));
  expect(read.Parameter).toMatchObject({ Value: '2', Type: 'String', ARN: 'arn:aws:ssm:eu-west-2:000000000000:parameter/a' });
  expect(read.Parameter?.LastModifiedDate).toBeInstanceOf(Date);
});

it('lists by path, a page at a time, and says which names it does not have', async () => {
  for (let at = 10; at < 22; at += 1) await ssm.send(new PutParameterCommand({ Name: `/p/${at}`, Value: String(at), Type: 'String' }));
  await ssm.send(new PutParameterCommand({ Name: '/p/deep/1', Value: 'deep', Type: 'String' }));
  const first = await ssm.send(new GetParametersByPathCommand({ Path: '/p' }));
  const second = await ssm.send(new GetParametersByPathCommand({ Path: '/p', NextToken: first.NextToken }));
  expect([first.Parameters?.length, second.Parameters?.length, second.NextToken]).toEqual([10, 2, undefined]);
  const some = await ssm.send(new GetParametersCommand({ Names: ['/p/10', '/nothing'] }));
  expect([some.Parameters?.[0]?.Value, some.InvalidParameters]).toEqual(['10', ['/nothing']]);
  await ssm.send(new DeleteParameterCommand({ Name: '/p/10' }));
  await expect(ssm.send(new GetParameterCommand({ Name: '/p/10' }))).rejects.toMatchObject({ name: 'ParameterNotFound' });
});

it('has what the template writes', async () => {
  const read = await ssm.send(new GetParameterCommand({ Name: '/convener/local/written-by-the-template' }));
  expect(read.Parameter?.Value).toBe('as it stands');
});
