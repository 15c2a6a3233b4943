import { DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startJournal } from '../journal.ts';
import type { AwsRequest, AwsService, Journal } from '../part.ts';
import { readStack } from '../stack/read-stack.ts';
import { smallAssembly } from '../stack/testing/small-stack.ts';
import { faultsFromRules } from './faults.ts';
import { startGateway } from './gateway.ts';
import { iamFor } from './iam.ts';

const stack = readStack(smallAssembly, {});
const faults = faultsFromRules();
const carriedOut: AwsRequest[] = [];
const crashed: string[] = [];
const lines: string[] = [];
let journal: Journal = startJournal();
let gateway: Awaited<ReturnType<typeof startGateway>>;

/** A service that does nothing but remember what reached it. */
function remembering(body: string, contentType = 'application/x-amz-json-1.0'): AwsService {
  return {
    async handle(request) {
      carriedOut.push(request);
      return { status: 200, headers: { 'content-type': contentType }, body };
    },
  };
}

beforeAll(async () => {
  const services = new Map([
    ['dynamodb', remembering('{}')],
    ['sqs', remembering('{"MessageId":"1","MD5OfMessageBody":"5d41402abc4b2a76b9719d911017c592"}')],
    ['lambda', remembering('"hello"')],
    ['s3', remembering('text', 'text/plain')],
    [
      'ses',
      remembering(
        '<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
        'text/xml',
      ),
    ],
  ]);
  gateway = await startGateway(0, {
    stack,
    evaluate: iamFor(stack),
    services,
    faults,
    journal: { tell: (happening) => journal.tell(happening), recent: () => [], callsMade: () => [], subscribe: () => () => undefined },
    clock: { now: () => new Date(0) },
    crash: async (name) => crashed.push(name),
    log: (line) => lines.push(line),
  });
});

afterAll(() => gateway.stop());

beforeEach(() => {
  faults.clear();
  for (const list of [carriedOut, crashed, lines]) list.splice(0);
  journal = startJournal();
});

function settings(accessKeyId: string) {
  return { endpoint: gateway.url, region: 'eu-west-2', maxAttempts: 1, credentials: { accessKeyId, secretAccessKey: 'any' } };
}

const hello = () => new DynamoDBClient(settings('small-hello'));
const item = (pk: string) => ({ TableName: 'small-things', Item: { pk: { S: pk }, sk: { S: 'x' } } });

describe('the gateway', () => {
  it('passes a granted call on, with its caller, and tells the journal', async () => {
    await hello().send(new PutItemCommand(item('event#1')));
    expect(carriedOut[0]).toMatchObject({
      service: 'dynamodb',
      action: 'PutItem',
      caller: { kind: 'function', functionName: 'small-hello' },
    });
    expect(journal.callsMade()).toEqual([{ caller: 'small-hello', service: 'dynamodb', action: 'PutItem', outcome: 'allowed' }]);
  });

  it('refuses a call that was not granted as DynamoDB does, and says in the log what is missing', async () => {
    await expect(hello().send(new PutItemCommand(item('person#1')))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-2:000000000000:table/small-things',
      ),
    });
    expect(carriedOut).toEqual([]);
    expect(lines).toEqual([
      'denied: small-hello may not dynamodb:PutItem on arn:aws:dynamodb:eu-west-2:000000000000:table/small-things (no grant)',
    ]);
    expect(journal.recent('call', 1)).toMatchObject([{ outcome: 'denied' }]);
  });

  it('refuses in the words of every protocol', async () => {
    const send = { QueueUrl: 'https://sqs.eu-west-2.amazonaws.com/000000000000/Small-elsewhere', MessageBody: 'hello' };
    await expect(new SQSClient(settings('small-hello')).send(new SendMessageCommand(send))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(new LambdaClient(settings('small-hello')).send(new InvokeCommand({ FunctionName: 'small-hello' }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(
      new S3Client(settings('small-hello')).send(new GetObjectCommand({ Bucket: 'small-reports', Key: 'a' })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(mail('someone@example.org')).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(carriedOut).toEqual([]);
  });

  it('lets mail leave from the granted address alone', async () => {
    await mail('Events <events@example.org>');
    expect(carriedOut).toHaveLength(1);
  });

  it('lets the administrator do everything, and a stranger nothing', async () => {
    await new DynamoDBClient(settings('administrator')).send(new PutItemCommand(item('person#1')));
    await expect(new DynamoDBClient(settings('stranger')).send(new PutItemCommand(item('event#1')))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    expect(carriedOut).toHaveLength(1);
  });

  it('refuses a service that nobody here speaks', async () => {
    const reply = await fetch(gateway.url, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=administrator/20260101/eu-west-2/moon/aws4_request, ' },
    });
    expect(reply.status).toBe(400);
    expect((await fetch(gateway.url)).status).toBe(403);
  });
});

it('does not answer a page in a browser', async () => {
  const body = '[]';
  expect((await fetch(`${gateway.url}/_faults`, { method: 'POST', body, headers: { origin: 'https://example.org' } })).status).toBe(403);
  expect((await fetch(`${gateway.url}/_faults`, { method: 'POST', body, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
});

describe('the gateway with faults', () => {
  it('throttles before anything is carried out', async () => {
    faults.set([{ service: 'dynamodb', kind: 'throttle', probability: 1 }]);
    await expect(hello().send(new PutItemCommand(item('event#1')))).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
    });
    expect(carriedOut).toEqual([]);
  });

  it('cancels a transaction with a reason for each item', async () => {
    faults.set([{ service: 'dynamodb', kind: 'transaction-conflict', probability: 1 }]);
    const transaction = new TransactWriteItemsCommand({ TransactItems: [{ Put: item('event#1') }, { Put: item('event#2') }] });
    await expect(hello().send(transaction)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    });
  });

  it('carries a call out and loses the reply', async () => {
    faults.set([{ service: 'dynamodb', kind: 'lost-reply', probability: 1 }]);
    await expect(hello().send(new PutItemCommand(item('event#1')))).rejects.toThrow();
    expect(carriedOut).toHaveLength(1);
  });

  it('kills the caller before the call is carried out', async () => {
    faults.set([{ service: 'dynamodb', kind: 'crash', probability: 1 }]);
    await expect(hello().send(new PutItemCommand(item('event#1')))).rejects.toThrow();
    expect(crashed).toEqual(['small-hello']);
    expect(carriedOut).toEqual([]);
  });

  it('spares the administrator', async () => {
    faults.set([{ service: 'dynamodb', kind: 'throttle', probability: 1 }]);
    await new DynamoDBClient(settings('administrator')).send(new GetItemCommand({ TableName: 'small-things', Key: { pk: { S: 'a' } } }));
    expect(carriedOut).toHaveLength(1);
  });

  it('takes rules over the wire', async () => {
    const rule = { service: 'dynamodb', kind: 'delay', ms: 1, probability: 1 };
    const set = await fetch(`${gateway.url}/_faults`, { method: 'POST', body: JSON.stringify([rule]) });
    expect(await set.json()).toEqual({ rules: [rule] });
    expect((await fetch(`${gateway.url}/_faults`, { method: 'POST', body: 'moonquake' })).status).toBe(400);
    await hello().send(new PutItemCommand(item('event#1')));
    expect(carriedOut).toHaveLength(1);
    expect(await (await fetch(`${gateway.url}/_faults`, { method: 'DELETE' })).json()).toEqual({ rules: [] });
  });
});

function mail(from: string) {
  const Data = Buffer.from(`To: somebody@example.org\r\nFrom: ${from}\r\n\r\nFrom: not-this@example.org`);
  return new SESClient(settings('small-hello')).send(
    new SendRawEmailCommand({ RawMessage: { Data }, Destinations: ['somebody@example.org'], ConfigurationSetName: 'letters' }),
  );
}
