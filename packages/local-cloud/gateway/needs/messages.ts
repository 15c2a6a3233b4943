import type { Stack } from '../../stack/model.ts';
import type { Incoming } from '../action.ts';
import { entries, jsonBody, localArn, type Need, need } from './need.ts';

export function sqsNeeds(operation: string, call: Incoming, stack: Stack): readonly Need[] {
  const body = jsonBody(call);
  const url = String(body.QueueUrl ?? '');
  const name = typeof body.QueueName === 'string' ? body.QueueName : url.slice(url.lastIndexOf('/') + 1);
  const arn = stack.queues.find((queue) => queue.name === name)?.arn ?? localArn('sqs', name);
  // IAM has no batch actions: SendMessageBatch needs SendMessage.
  return [need(`sqs:${operation.replace(/Batch$/, '')}`, arn)];
}

export function eventsNeeds(operation: string, call: Incoming, stack: Stack): readonly Need[] {
  if (operation !== 'PutEvents') return [need(`events:${operation}`, '*')];
  return entries(jsonBody(call).Entries).map((entry) => {
    const bus = String(entry.EventBusName ?? 'default');
    const arn = stack.buses.find((known) => known.name === bus || known.arn === bus)?.arn ?? localArn('events', `event-bus/${bus}`);
    return need('events:PutEvents', arn, { 'events:source': [String(entry.Source)], 'events:detail-type': [String(entry.DetailType)] });
  });
}

export function lambdaNeeds(operation: string, call: Incoming, stack: Stack): readonly Need[] {
  const given = decodeURIComponent(/^\/2015-03-31\/functions\/([^/]+)/.exec(call.path)?.[1] ?? '');
  const name = given.startsWith('arn:') ? (given.split(':')[6] ?? given) : given;
  const arn = stack.functions.find((known) => known.name === name)?.arn ?? localArn('lambda', `function:${name}`);
  return [need(operation === 'Invoke' ? 'lambda:InvokeFunction' : `lambda:${operation}`, arn)];
}

export function schedulerNeeds(operation: string, call: Incoming): readonly Need[] {
  if (operation === 'ListSchedules') return [need('scheduler:ListSchedules', '*')];
  const [path = '', search = ''] = call.path.split('?', 2);
  const group = jsonBody(call).GroupName ?? new URLSearchParams(search).get('groupName') ?? 'default';
  return [
    need(`scheduler:${operation}`, localArn('scheduler', `schedule/${group}/${decodeURIComponent(path.replace('/schedules/', ''))}`)),
  ];
}
