import { describe, expect, it } from 'vitest';
import type { PolicyStatement, Stack } from '../stack/model.ts';
import { readStack } from '../stack/read-stack.ts';
import { smallAssembly } from '../stack/testing/small-stack.ts';
import type { Incoming } from './action.ts';
import { type Evaluate, iamFor } from './iam.ts';
import { needsOf } from './needs/needs-of.ts';

const stack = readStack(smallAssembly, {});
const [hello] = stack.functions;
const roleArn = hello?.roleArn ?? '';
const table = 'small-things';
const needsTable = 'Small-NeedsTable';

interface Call {
  readonly name: string;
  readonly service: string;
  readonly operation: string;
  readonly body: unknown;
}

function dynamodb(name: string, operation: string, body: unknown): Call {
  return { name, service: 'dynamodb', operation, body };
}

const put = (pk: string) => ({ TableName: table, Item: { pk: { S: pk }, sk: { S: 'x' } } });
const key = (pk: string) => ({ TableName: table, Key: { pk: { S: pk }, sk: { S: 'x' } } });
const queue = (name: string) => `https://sqs.eu-west-2.amazonaws.com/000000000000/${name}`;

const granted: readonly Call[] = [
  dynamodb('a write in a partition that is granted', 'PutItem', put('event#1')),
  dynamodb('a transaction of granted parts', 'TransactWriteItems', {
    TransactItems: [{ Put: put('event#1') }, { Update: key('ledger') }, { ConditionCheck: key('event#2') }],
  }),
  dynamodb('a query of the granted index', 'Query', {
    TableName: table,
    IndexName: 'due',
    KeyConditionExpression: 'due = :d',
    ExpressionAttributeValues: { ':d': { S: 'now' } },
  }),
  dynamodb('a read under the customer’s key', 'GetItem', { TableName: needsTable, Key: { pk: { S: '1' } } }),
  { name: 'a message to its queue', service: 'sqs', operation: 'SendMessage', body: { QueueUrl: queue('Small-Queue') } },
  { name: 'a batch of messages', service: 'sqs', operation: 'SendMessageBatch', body: { QueueUrl: queue('Small-Queue') } },
];

const refused: readonly Call[] = [
  dynamodb('a partition outside the condition', 'PutItem', put('person#1')),
  dynamodb('a partition that is denied though also allowed', 'PutItem', put('event#closed')),
  dynamodb('a transaction with one part too many', 'TransactWriteItems', {
    TransactItems: [{ Put: put('event#1') }, { Delete: key('event#1') }],
  }),
  dynamodb('a batch, which is a permission of its own', 'BatchWriteItem', {
    RequestItems: { [table]: [{ PutRequest: { Item: put('event#1').Item } }] },
  }),
  dynamodb('the table where only its index is granted', 'Query', {
    TableName: table,
    KeyConditionExpression: 'pk = :p',
    ExpressionAttributeValues: { ':p': { S: 'event#1' } },
  }),
  dynamodb('a scan', 'Scan', { TableName: table }),
  dynamodb('a write to the table under the key', 'PutItem', { TableName: needsTable, Item: { pk: { S: '1' } } }),
  { name: 'another queue', service: 'sqs', operation: 'SendMessage', body: { QueueUrl: queue('Small-elsewhere') } },
  { name: 'reading from its own queue', service: 'sqs', operation: 'ReceiveMessage', body: { QueueUrl: queue('Small-Queue') } },
  { name: 'a parameter', service: 'ssm', operation: 'GetParameter', body: { Name: '/convener/local/x' } },
];

function incoming({ service, body }: Call): Incoming {
  return { service, method: 'POST', path: '/', headers: {}, body: Buffer.from(JSON.stringify(body)) };
}

/** Names of the calls on which this evaluation is wrong. */
function wrongAbout(evaluate: Evaluate, role = roleArn): string[] {
  const allows = (call: Call) => needsOf(call.operation, incoming(call), stack).every((need) => evaluate(role, need).kind === 'allowed');
  return [...granted.filter((call) => !allows(call)), ...refused.filter(allows)].map(({ name }) => name);
}

describe('IAM', () => {
  it('allows what was granted and nothing else', () => {
    expect(wrongAbout(iamFor(stack))).toEqual([]);
  });

  it('allows a role without policies nothing', () => {
    const evaluate = iamFor(stack);
    const other = stack.roles.find(({ name }) => name === 'other')?.arn ?? '';
    for (const call of granted)
      expect(needsOf(call.operation, incoming(call), stack).some((need) => evaluate(other, need).kind === 'denied')).toBe(true);
  });

  it('is caught by these calls when it allows everything, ignores conditions, denies or keys', () => {
    expect(wrongAbout(() => ({ kind: 'allowed' }))).toHaveLength(refused.length);
    expect(wrongAbout(iamFor(changed((statement) => ({ ...statement, conditions: {} }))))).not.toEqual([]);
    expect(wrongAbout(iamFor(changed((statement) => statement.effect === 'Allow' && statement)))).toEqual([
      'a partition that is denied though also allowed',
    ]);
    expect(wrongAbout(iamFor({ ...stack, keys: stack.keys.map((one) => ({ ...one, policy: [] })) }))).toEqual([
      'a read under the customer’s key',
    ]);
  });

  it('asks the key for the service that the key policy names', () => {
    const evaluate = iamFor(stack);
    const [first] = stack.keys;
    const direct = { action: 'kms:Decrypt', resources: [first?.arn ?? ''] as const, context: {} };
    expect(evaluate(roleArn, direct)).toEqual({ kind: 'denied', because: 'no grant' });
    expect(evaluate(roleArn, { ...direct, context: { 'kms:ViaService': ['dynamodb.eu-west-2.amazonaws.com'] } })).toEqual({
      kind: 'allowed',
    });
  });

  it.each([
    ['an operator', { NumericLessThan: { 's3:max-keys': ['10'] } }, /the operator NumericLessThan/],
    ['a condition key', { StringEquals: { 'aws:MoonPhase': ['full'] } }, /the condition key aws:MoonPhase/],
    ['a policy variable', { StringLike: { 's3:prefix': [['$', '{aws:username}/*'].join('')] } }, /the policy variable/],
  ])('refuses %s that it does not know, before anything runs', (_what, conditions, message) => {
    expect(() => iamFor(changed((statement) => ({ ...statement, conditions })))).toThrow(message);
  });
});

/** The small stack with the statements of every role changed. */
function changed(change: (statement: PolicyStatement) => PolicyStatement | false): Stack {
  const roles = stack.roles.map((role) => ({
    ...role,
    statements: role.statements.map(change).filter((statement) => statement !== false),
  }));
  return { ...stack, roles };
}
