import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretsOnDisk } from './dynamic-references.ts';
import { readStack } from './read-stack.ts';
import { assemblyWith, smallAssembly } from './testing/small-stack.ts';

const baseUrl = 'http://127.0.0.1:3000';
const stack = readStack(smallAssembly, { BaseUrl: baseUrl });

describe('readStack', () => {
  it('resolves a function with its environment, code folder and role', () => {
    const [hello] = stack.functions;
    expect(hello).toMatchObject({
      name: 'small-hello',
      arn: 'arn:aws:lambda:eu-west-2:000000000000:function:small-hello',
      codeFolder: join(smallAssembly, 'asset.hello'),
      roleArn: 'arn:aws:iam::000000000000:role/Small-HelloRole',
      timeoutSeconds: 10,
      memoryMb: 256,
    });
    expect(hello?.environment).toEqual({
      TABLE_NAME: 'small-things',
      BASE_URL: baseUrl,
      ORIGIN_SECRET: expect.stringMatching(/^[A-Za-z0-9]{24}$/),
      SECOND_COLOUR: 'blue',
      LITERAL: ['$', '{Kept} in eu-west-2'].join(''),
    });
  });

  it('takes the distribution’s stand-in where no base URL is chosen', () => {
    expect(readStack(smallAssembly, {}).functions[0]?.environment.BASE_URL).toBe('https://distribution.invalid');
  });

  it('gives a table as the request that makes it', () => {
    expect(stack.tables[0]).toMatchObject({
      name: 'small-things',
      ttlAttribute: 'expiresAt',
      streamArn: expect.stringContaining('table/small-things/stream/'),
      kmsKeyArn: undefined,
      createTable: {
        TableName: 'small-things',
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        GlobalSecondaryIndexes: [{ IndexName: 'due' }],
      },
    });
    expect(stack.tables[1]).toMatchObject({ name: 'Small-NeedsTable', streamArn: undefined, kmsKeyArn: stack.keys[0]?.arn });
  });

  it('follows a nested stack through its parameters and outputs', () => {
    expect(stack.queues.map(({ name }) => name).sort()).toEqual(['Small-Queue', 'Small-refused']);
    const refused = stack.queues.find(({ name }) => name === 'Small-refused');
    const queue = stack.queues.find(({ name }) => name === 'Small-Queue');
    expect(refused?.retentionSeconds).toBe(1_209_600);
    expect(queue?.deadLetter).toEqual({ arn: refused?.arn, maxReceiveCount: 5 });
    expect(stack.mappings[0]?.onFailureArn).toBe(refused?.arn);
  });

  it('reads what wakes functions', () => {
    expect(stack.buses.map(({ name }) => name)).toEqual(['default', 'small-bus']);
    expect(stack.rules[0]).toMatchObject({
      arn: 'arn:aws:events:eu-west-2:000000000000:rule/small-bus/Small-Rule',
      pattern: { source: ['convener.small'] },
      targets: [{ arn: expect.stringContaining('Small-Queue'), inputTransformer: { inputPathsMap: { id: '$.id' } } }],
    });
    expect(stack.schedules[0]).toMatchObject({
      expression: 'rate(5 minutes)',
      targetArn: stack.functions[0]?.arn,
      maximumRetryAttempts: 3,
    });
    expect(stack.mappings[0]).toMatchObject({
      functionName: 'small-hello',
      sourceArn: stack.tables[0]?.streamArn,
      batchSize: 100,
      filters: [{ eventName: ['INSERT'] }],
      bisectOnError: true,
      maximumRetryAttempts: -1,
      reportBatchItemFailures: true,
    });
  });

  it('reads routes and behaviours, the default last', () => {
    expect(stack.routes).toEqual([{ method: 'GET', path: '/hello/{name}', functionName: 'small-hello' }]);
    const [reports, others] = stack.behaviours;
    expect(reports).toMatchObject({ pathPattern: '/reports/*', origin: { kind: 'bucket', bucketName: 'small-reports' } });
    expect(reports?.responseHeaders).toEqual({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=300; includeSubDomains',
      'x-robots-tag': 'noindex',
    });
    expect(others).toMatchObject({ pathPattern: '*', viewerRequestCode: expect.stringContaining('function handler') });
    expect(others?.origin).toEqual({ kind: 'api', headers: { 'x-origin-secret': stack.functions[0]?.environment.ORIGIN_SECRET } });
  });

  it('puts every way of granting into the role', () => {
    const role = stack.roles.find(({ name }) => name === 'Small-HelloRole');
    const actions = role?.statements.flatMap((statement) => statement.actions);
    expect(actions).toEqual(expect.arrayContaining(['dynamodb:PutItem', 'dynamodb:Query', 'sqs:SendMessage', 'logs:PutLogEvents']));
  });

  it('names the events that SES reports as SES does', () => {
    expect(stack.configurationSets).toEqual([{ name: 'letters', eventTypes: ['SEND', 'BOUNCE', 'DELIVERY_DELAY'] }]);
  });

  it('lists what does nothing here', () => {
    expect(stack.inert.map(({ logicalId }) => logicalId).sort()).toEqual(['Alarm', 'Told']);
  });

  it('keeps a made secret from one start to the next', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'secrets.json');
    const first = readStack(smallAssembly, {}, secretsOnDisk(file)).secrets[0]?.value;
    const second = readStack(smallAssembly, {}, secretsOnDisk(file)).secrets[0]?.value;
    expect(second).toBe(first);
    expect(readStack(smallAssembly, {}).secrets[0]?.value).not.toBe(first);
  });
});

describe('what stops the start', () => {
  it.each([
    ['a type that nobody taught', 'New', { Type: 'AWS::Moon::Base' }, /New \(AWS::Moon::Base\) is a type .* does not know/],
    ['an unknown intrinsic', 'Queue', { Properties: { QueueName: { 'Fn::Moon': 'x' } } }, /Fn::Moon is not known/],
    ['a reference to nothing', 'Queue', { Properties: { QueueName: { Ref: 'Nowhere' } } }, /refers to Nowhere, which does not exist/],
    ['a resource that is named by itself', 'Queue', { Properties: { QueueName: { Ref: 'Queue' } } }, /defines Queue by itself/],
    ['a FIFO queue', 'Queue', { Properties: { FifoQueue: true } }, /Queue \(AWS::SQS::Queue\): FIFO queues do not run/],
    ['a scheduled rule', 'Rule', { Properties: { ScheduleExpression: 'rate(1 day)' } }, /use AWS::Scheduler::Schedule/],
    [
      'an authoriser',
      'Route',
      { Properties: { RouteKey: 'GET /', Target: 'integrations/Integration', AuthorizationType: 'JWT' } },
      /authoriser/,
    ],
    [
      'an unknown managed policy',
      'OtherRole',
      { Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } },
      /AdministratorAccess/,
    ],
    [
      'a stream that does not exist',
      'Mapping',
      { Properties: { FunctionName: 'x', EventSourceArn: { 'Fn::GetAtt': ['NeedsTable', 'StreamArn'] } } },
      /NeedsTable .* has no attribute StreamArn/,
    ],
  ])('%s', (_what, logicalId, resource, message) => {
    expect(() => readStack(assemblyWith(logicalId, resource), { BaseUrl: baseUrl })).toThrow(message);
  });

  it('a folder without a cloud assembly', () => {
    expect(() => readStack(mkdtempSync(join(tmpdir(), 'empty-')), {})).toThrow(/run `npm run synth`/);
  });
});
