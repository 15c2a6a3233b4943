export type Fault =
  /** ProvisionedThroughputExceededException (ThrottlingException in a transaction); nothing is carried out. */
  | { readonly kind: 'throttle' }
  /** Another transaction holds one of the items; nothing is carried out. */
  | { readonly kind: 'conflict' }
  /** HTTP 500, nothing is carried out. */
  | { readonly kind: 'outage' }
  /** The call is carried out, then the connection breaks: the caller cannot know. */
  | { readonly kind: 'lost-reply' }
  /** The connection breaks before the call arrives. */
  | { readonly kind: 'lost-request' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /**
   * DynamoDB's own rules of contention, which a local engine never shows because it does one thing after the other: a
   * transaction or a single write fails where a transaction that has not ended yet touches one of its items. Each call keeps its
   * items for `holdMilliseconds` after it is done, to widen the window.
   */
  | { readonly kind: 'contention'; readonly holdMilliseconds?: number };

/** What AWS answers for a fault in which nothing was carried out. */
export function faultAnswer(
  fault: { readonly kind: 'throttle' | 'conflict' | 'outage' },
  action: string,
  request: unknown,
): { readonly status: number; readonly body: unknown } {
  const count = transactionSize(request);
  switch (fault.kind) {
    case 'outage':
      return { status: 500, body: { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: 'Internal server error' } };
    case 'throttle':
      if (count > 0)
        return cancelled(count, 'ThrottlingError', 'Throughput exceeds the current capacity for one or more global secondary indexes.');
      return refusal(
        'ProvisionedThroughputExceededException',
        'The level of configured provisioned throughput for the table was exceeded.',
      );
    case 'conflict':
      if (count > 0) return cancelled(count, 'TransactionConflict', 'Transaction is ongoing for the item');
      if (action === 'GetItem' || action === 'Query')
        return refusal('ThrottlingException', 'Rate of requests exceeds the allowed throughput.');
      return refusal('TransactionConflictException', 'Transaction is ongoing for the item');
  }
}

function transactionSize(request: unknown): number {
  const hasItems = typeof request === 'object' && request !== null && 'TransactItems' in request;
  return hasItems && Array.isArray(request.TransactItems) ? request.TransactItems.length : 0;
}

/** The first item carries the reason, as when one hot item spoils the transaction. */
function cancelled(count: number, code: string, message: string): { readonly status: number; readonly body: unknown } {
  const reasons = [{ Code: code, Message: message }, ...Array.from({ length: count - 1 }, () => ({ Code: 'None' }))];
  return {
    status: 400,
    body: {
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map((reason) => reason.Code).join(', ')}]`,
      CancellationReasons: reasons,
    },
  };
}

function refusal(type: string, message: string): { readonly status: number; readonly body: unknown } {
  return { status: 400, body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message } };
}
