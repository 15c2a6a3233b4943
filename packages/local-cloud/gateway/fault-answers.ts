import type { AwsResponse } from '../part.ts';
import type { Incoming } from './action.ts';
import { entries, jsonBody } from './needs/need.ts';
import { awsError, type Refusal } from './refusals.ts';

/** How each service says that it is asked too often. */
const throttles: Readonly<Record<string, Refusal>> = {
  dynamodb: { status: 400, code: 'ThrottlingException', message: 'Throughput exceeds the current capacity of your table or index.' },
  lambda: { status: 429, code: 'TooManyRequestsException', message: 'Rate Exceeded.' },
  s3: { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' },
  ses: { status: 400, code: 'Throttling', message: 'Maximum sending rate exceeded.' },
  sqs: { status: 400, code: 'RequestThrottled', message: 'Request is throttled.' },
};

export function throttled(service: string): AwsResponse {
  return awsError(service, throttles[service] ?? { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' });
}

/** A transaction is cancelled with a reason for each of its items; a single write is simply refused. */
export function transactionConflict(operation: string, call: Incoming): AwsResponse {
  if (!operation.startsWith('Transact')) {
    return awsError('dynamodb', { status: 400, code: 'TransactionConflictException', message: 'Transaction is ongoing for the item' });
  }
  const reasons = entries(jsonBody(call).TransactItems).map((_item, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  );
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`;
  return awsError('dynamodb', { status: 400, code: 'TransactionCanceledException', message, members: { CancellationReasons: reasons } });
}
