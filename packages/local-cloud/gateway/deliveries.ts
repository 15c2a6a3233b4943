import type { Journal } from '../part.ts';
import type { FunctionResource, MappingResource, ResourceStatement, RuleResource, ScheduleResource, Stack } from '../stack/model.ts';
import { StackProblem } from '../stack/template.ts';
import { conditionsHold } from './conditions.ts';
import type { Evaluate } from './iam.ts';
import { type Need, need } from './needs/need.ts';
import { matchesWildcard } from './wildcard.ts';

/** Something that AWS does by itself between two resources, and what it needs for that. */
interface Delivery {
  readonly who: string;
  readonly need: Need;
  readonly allowed: boolean;
}

/**
 * Checks what AWS's own services need to deliver: mappings under the function's role, Scheduler under the schedule's, EventBridge by
 * the queue's policy, the HTTP API by the function's. On one machine nothing else would notice that one is missing.
 * @throws StackProblem naming every delivery that AWS would refuse.
 */
export function checkDeliveries(stack: Stack, evaluate: Evaluate, journal: Journal, at: string): void {
  const deliveries = [
    ...stack.mappings.flatMap((mapping) => mappingDeliveries(mapping, stack, evaluate)),
    ...stack.schedules.flatMap((schedule) => scheduleDeliveries(schedule, evaluate)),
    ...stack.rules.flatMap((rule) => ruleDeliveries(rule, stack)),
    ...stack.functions.filter(({ name }) => stack.routes.some(({ functionName }) => functionName === name)).map(apiDelivery),
  ];
  const refused = deliveries
    .filter(({ allowed }) => !allowed)
    .map(({ who, need: { action, resources } }) => `${who} may not ${action} on ${resources[0]}`);
  if (refused.length > 0) throw new StackProblem(`AWS would refuse what this stack relies on:\n  ${refused.join('\n  ')}`);
  for (const delivery of deliveries) {
    const [service = '', action = ''] = delivery.need.action.split(':', 2);
    journal.tell({ kind: 'call', at, caller: delivery.who, service, action, resource: delivery.need.resources[0], outcome: 'allowed' });
  }
}

const queueActions = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => `sqs:${action}`);
const streamActions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`);

function mappingDeliveries(mapping: MappingResource, stack: Stack, evaluate: Evaluate): readonly Delivery[] {
  const roleArn = stack.functions.find(({ name }) => name === mapping.functionName)?.roleArn ?? '';
  const reading = mapping.sourceArn.includes(':sqs:') ? queueActions : streamActions;
  const needs = [
    ...reading.map((action) => need(action, mapping.sourceArn)),
    ...(mapping.onFailureArn === undefined ? [] : [need('sqs:SendMessage', mapping.onFailureArn)]),
  ];
  return needs.map((one) => ({ who: mapping.functionName, need: one, allowed: evaluate(roleArn, one).kind === 'allowed' }));
}

function scheduleDeliveries({ name, targetArn, deadLetterArn, roleArn = '' }: ScheduleResource, evaluate: Evaluate): readonly Delivery[] {
  const needs = [
    need('lambda:InvokeFunction', targetArn),
    ...(deadLetterArn === undefined ? [] : [need('sqs:SendMessage', deadLetterArn)]),
  ];
  return needs.map((one) => ({ who: `schedule ${name}`, need: one, allowed: evaluate(roleArn, one).kind === 'allowed' }));
}

function ruleDeliveries(rule: RuleResource, stack: Stack): readonly Delivery[] {
  const queueArns = rule.targets.flatMap(({ arn, deadLetterArn }) => [arn, ...(deadLetterArn === undefined ? [] : [deadLetterArn])]);
  return queueArns.map((arn) => {
    const one = need('sqs:SendMessage', arn, {
      'aws:SourceArn': [rule.arn],
      'aws:SourceAccount': [stack.account],
      'aws:SecureTransport': ['true'],
    });
    const policy = stack.queues.find((queue) => queue.arn === arn)?.policy ?? [];
    return { who: `rule ${rule.name}`, need: one, allowed: grants(policy, 'events.amazonaws.com', one) };
  });
}

function apiDelivery({ name, arn, permissions = [] }: FunctionResource): Delivery {
  const sources = permissions.flatMap(({ conditions }) => conditions.ArnLike?.['aws:SourceArn'] ?? []);
  const one = need('lambda:InvokeFunction', arn, { 'aws:SourceArn': sources });
  return { who: `the HTTP API, for ${name},`, need: one, allowed: grants(permissions, 'apigateway.amazonaws.com', one) };
}

function grants(policy: readonly ResourceStatement[], principal: string, { action, resources: [resource], context }: Need): boolean {
  const matching = policy.filter(
    (statement) =>
      statement.principals.some((named) => named === '*' || named === principal) &&
      statement.actions.some((pattern) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase())) &&
      statement.resources.some((pattern) => matchesWildcard(pattern, resource)) &&
      conditionsHold(statement.conditions, context),
  );
  return matching.length > 0 && matching.every(({ effect }) => effect === 'Allow');
}
