import type { Stack } from '../../stack/model.ts';
import type { Incoming } from '../action.ts';
import { dynamodbNeeds } from './dynamodb.ts';
import { kmsNeeds, s3Needs, secretsNeeds, ssmNeeds } from './kept.ts';
import { sesNeeds } from './mail.ts';
import { eventsNeeds, lambdaNeeds, schedulerNeeds, sqsNeeds } from './messages.ts';
import { type Need, need } from './need.ts';

type NeedsOfService = (operation: string, call: Incoming, stack: Stack) => readonly Need[];

const services: Readonly<Record<string, NeedsOfService>> = {
  dynamodb: dynamodbNeeds,
  sqs: sqsNeeds,
  events: eventsNeeds,
  lambda: lambdaNeeds,
  scheduler: schedulerNeeds,
  s3: s3Needs,
  ssm: ssmNeeds,
  secretsmanager: secretsNeeds,
  kms: kmsNeeds,
  ses: sesNeeds,
  // AWS lets everybody ask who they are.
  sts: (operation) => (operation === 'GetCallerIdentity' ? [] : [need(`sts:${operation}`, '*')]),
};

/** Every permission that this call needs. */
export function needsOf(operation: string, call: Incoming, stack: Stack): readonly Need[] {
  return services[call.service]?.(operation, call, stack) ?? [need(`${call.service}:${operation}`, '*')];
}
