import { describe, expect, it } from 'vitest';
import { startJournal } from '../journal.ts';
import type { Stack } from '../stack/model.ts';
import { readStack } from '../stack/read-stack.ts';
import { smallAssembly } from '../stack/testing/small-stack.ts';
import { checkDeliveries } from './deliveries.ts';
import { iamFor } from './iam.ts';

const stack = readStack(smallAssembly, {});

function check(checked: Stack) {
  const journal = startJournal();
  checkDeliveries(checked, iamFor(checked), journal, '2026-01-01T00:00:00Z');
  return journal.callsMade();
}

/** The stack with one action taken out of every role. */
function without(action: string): Stack {
  const statements = (role: Stack['roles'][number]) =>
    role.statements.map((statement) => ({ ...statement, actions: statement.actions.filter((one) => one !== action) }));
  return { ...stack, roles: stack.roles.map((role) => ({ ...role, statements: statements(role) })) };
}

describe('deliveries', () => {
  it('are allowed in the small stack, and told to the journal as calls that used a grant', () => {
    expect(check(stack)).toEqual(
      expect.arrayContaining([
        { caller: 'small-hello', service: 'dynamodb', action: 'GetRecords', outcome: 'allowed' },
        { caller: 'schedule Small-Sweep', service: 'lambda', action: 'InvokeFunction', outcome: 'allowed' },
        { caller: 'rule Small-Rule', service: 'sqs', action: 'SendMessage', outcome: 'allowed' },
      ]),
    );
  });

  it.each([
    ['a mapping whose role may not read the stream', without('dynamodb:GetRecords'), /small-hello may not dynamodb:GetRecords/],
    ['a mapping whose role may not set records aside', without('sqs:SendMessage'), /small-hello may not sqs:SendMessage/],
    [
      'a schedule whose role may not wake its function',
      without('lambda:InvokeFunction'),
      /schedule Small-Sweep may not lambda:InvokeFunction/,
    ],
    [
      'a rule that the queue does not let in',
      { ...stack, queues: stack.queues.map((queue) => ({ ...queue, policy: [] })) },
      /rule Small-Rule may not sqs:SendMessage/,
    ],
    [
      'a rule of another name',
      { ...stack, rules: stack.rules.map((rule) => ({ ...rule, arn: `${rule.arn}2` })) },
      /rule Small-Rule may not/,
    ],
    [
      'an API that the function does not let in',
      { ...stack, functions: stack.functions.map((one) => ({ ...one, permissions: [] })) },
      /the HTTP API, for small-hello, may not/,
    ],
  ])('stop the start for %s', (_what, broken, message) => {
    expect(() => check(broken)).toThrow(message);
  });
});
