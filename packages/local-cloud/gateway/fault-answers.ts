import { faultAnswer } from '@convener/testing/fault-answers';
import type { AwsResponse } from '../part.ts';
import type { Incoming } from './action.ts';
import { jsonBody } from './needs/need.ts';
import { awsError, type Refusal } from './refusals.ts';

/** How each service but DynamoDB says that it is asked too often. */
const throttles: Readonly<Record<string, Refusal>> = {
  lambda: { status: 429, code: 'TooManyRequestsException', message: 'Rate Exceeded.' },
  s3: { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' },
  ses: { status: 400, code: 'Throttling', message: 'Maximum sending rate exceeded.' },
  sqs: { status: 400, code: 'RequestThrottled', message: 'Request is throttled.' },
};
const usualThrottle: Refusal = { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' };

export function throttled(operation: string, call: Incoming): AwsResponse {
  if (call.service === 'dynamodb') return dynamodbAnswer('throttle', operation, call);
  return awsError(call.service, throttles[call.service] ?? usualThrottle);
}

/** A transaction is cancelled with a reason for each of its items; a single write is simply refused. */
export function transactionConflict(operation: string, call: Incoming): AwsResponse {
  return dynamodbAnswer('conflict', operation, call);
}

function dynamodbAnswer(kind: 'throttle' | 'conflict', operation: string, call: Incoming): AwsResponse {
  const { status, body } = faultAnswer({ kind }, operation, jsonBody(call));
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}
