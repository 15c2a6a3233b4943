import type {
  FunctionResource,
  MappingResource,
  QueueResource,
  RuleResource,
  ScheduleResource,
  Stack,
  TableResource,
} from '../../stack/model.ts';
import { emptyStack } from '../../stack/testing/empty-stack.ts';
import type { BusEvent } from '../bus/event.ts';

const { account, region } = emptyStack;

export function stackWith(parts: Partial<Stack>): Stack {
  return { ...emptyStack, ...parts };
}

export function functionNamed(name: string): FunctionResource {
  return {
    logicalId: name,
    name,
    arn: `arn:aws:lambda:${region}:${account}:function:${name}`,
    codeFolder: '/nowhere',
    handler: 'index.handler',
    environment: {},
    roleArn: `arn:aws:iam::${account}:role/${name}`,
    timeoutSeconds: 10,
    memoryMb: 256,
  };
}

export function tableNamed(name: string, more: { readonly indexes?: readonly string[]; readonly sortKey?: string } = {}): TableResource {
  const indexes = more.indexes ?? [];
  const keys = ['pk', more.sortKey ?? 'sk', ...indexes];
  return {
    logicalId: name,
    name,
    arn: `arn:aws:dynamodb:${region}:${account}:table/${name}`,
    streamArn: `arn:aws:dynamodb:${region}:${account}:table/${name}/stream/2000-01-01T00:00:00.000`,
    ttlAttribute: 'expiresAt',
    kmsKeyArn: undefined,
    createTable: {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: more.sortKey ?? 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: 'S' })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map((key) => ({
          IndexName: `by-${key}`,
          KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        })),
      }),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    },
  };
}

export function queueNamed(name: string, more: Partial<QueueResource> = {}): QueueResource {
  return {
    logicalId: name,
    name,
    arn: queueArn(name),
    url: `https://sqs.${region}.amazonaws.com/${account}/${name}`,
    visibilityTimeoutSeconds: 60,
    retentionSeconds: 1_209_600,
    deadLetter: undefined,
    ...more,
  };
}

export function queueArn(name: string): string {
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

export function ruleNamed(name: string, more: Pick<RuleResource, 'pattern'> & Partial<RuleResource>): RuleResource {
  return { name, arn: `arn:aws:events:${region}:${account}:rule/house/${name}`, busName: 'house', targets: [], ...more };
}

export function scheduleNamed(name: string, more: Partial<ScheduleResource> = {}): ScheduleResource {
  return {
    name,
    expression: 'rate(5 minutes)',
    timeZone: undefined,
    targetArn: functionNamed('sweep').arn,
    input: undefined,
    deadLetterArn: undefined,
    maximumRetryAttempts: 0,
    ...more,
  };
}

export function mappingOf(functionName: string, sourceArn: string, more: Partial<MappingResource> = {}): MappingResource {
  return {
    logicalId: `${functionName}-mapping`,
    functionName,
    sourceArn,
    batchSize: 10,
    windowSeconds: 0,
    filters: [],
    bisectOnError: false,
    maximumRetryAttempts: -1,
    reportBatchItemFailures: true,
    onFailureArn: undefined,
    ...more,
  };
}

export function exampleEvent(detail: Readonly<Record<string, unknown>> = {}): BusEvent {
  return {
    version: '0',
    id: '7d1a2c9e-0000-4000-8000-000000000001',
    'detail-type': 'registration.confirmed.v1',
    source: 'convener.registration',
    account,
    time: '2026-03-01T09:00:00Z',
    region,
    resources: [],
    detail,
  };
}
