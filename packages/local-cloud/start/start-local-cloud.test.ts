import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assemblyWith, smallAssembly } from '../stack/testing/small-stack.ts';
import { instanceFile } from './data-folder.ts';
import type { LocalCloud } from './local-cloud.ts';
import { startLocalCloud } from './start-local-cloud.ts';

let dataFolder = '';
const running: LocalCloud[] = [];

beforeEach(() => {
  dataFolder = join(mkdtempSync(join(tmpdir(), 'cloud-')), 'local');
});

afterEach(async () => {
  for (const cloud of running.splice(0)) await cloud.stop();
});

async function start(options: Partial<Parameters<typeof startLocalCloud>[0]> = {}): Promise<LocalCloud> {
  const cloud = await startLocalCloud({ port: 0, dataFolder, sample: false, cdkOut: smallAssembly, ...options });
  running.push(cloud);
  return cloud;
}

function administrator({ gatewayUrl }: LocalCloud): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: gatewayUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'administrator', secretAccessKey: 'any' },
  });
}

const key = { pk: { S: 'event#1' }, sk: { S: 'x' } };

describe('the local cloud', () => {
  it('serves the stack’s function at its route, and its own pages beside it', async () => {
    const cloud = await start();
    expect(await (await fetch(`${cloud.baseUrl}/hello/you`)).text()).toBe('hello');
    expect((await fetch(`${cloud.baseUrl}/_local/`)).status).toBe(200);
    expect(cloud.journal.recent('invocation', 5)).toMatchObject([{ functionName: 'small-hello', outcome: 'ok' }]);
  });

  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    await administrator(first).send(new PutItemCommand({ TableName: 'small-things', Item: key }));
    await first.stop();
    const second = await start();
    expect((await administrator(second).send(new GetItemCommand({ TableName: 'small-things', Key: key }))).Item).toEqual(key);
    expect(second.stack.secrets).toEqual(first.stack.secrets);
  });

  it('runs several times on one machine, but once on one data folder', async () => {
    const [first, second] = await Promise.all([start(), start({ dataFolder: `${dataFolder}-2` })]);
    expect(first.baseUrl).not.toBe(second.baseUrl);
    await administrator(first).send(new PutItemCommand({ TableName: 'small-things', Item: key }));
    expect((await administrator(second).send(new GetItemCommand({ TableName: 'small-things', Key: key }))).Item).toBeUndefined();
    await expect(start()).rejects.toThrow(/Another instance already runs/);
  });

  it('gives everything back when it stops, and stopping twice is harmless', async () => {
    const cloud = await start();
    await cloud.stop();
    await cloud.stop();
    expect(existsSync(join(dataFolder, instanceFile))).toBe(false);
    await expect(fetch(cloud.baseUrl)).rejects.toThrow();
    await expect(fetch(cloud.gatewayUrl)).rejects.toThrow();
  });

  it('says who has the port, and leaves the data folder free', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start({ port })).rejects.toThrow(`Something already listens on port ${port}`);
    other.close();
    await start({ port });
  });

  it('stops at what the template asks for and nobody here knows', async () => {
    await expect(start({ cdkOut: assemblyWith('New', { Type: 'AWS::Moon::Base' }) })).rejects.toThrow(/New \(AWS::Moon::Base\)/);
    await start();
  });
});
