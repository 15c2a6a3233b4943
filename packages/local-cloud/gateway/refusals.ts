import type { AwsResponse } from '../part.ts';

/** An error as the service's own protocol writes it. */
export interface Refusal {
  readonly status: number;
  /** `AccessDeniedException`, `ThrottlingException`, … as the SDK names the error. */
  readonly code: string;
  readonly message: string;
  /** Further members of a JSON error. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Puts a refusal into the protocol of the service: XML for SES, STS and S3, JSON for the others. */
export function awsError(service: string, { status, code, message, members = {} }: Refusal): AwsResponse {
  if (service === 's3') return xml(status, `<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`);
  if (service === 'ses' || service === 'sts') {
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
    return xml(status, `<ErrorResponse>${error}<RequestId>local</RequestId></ErrorResponse>`);
  }
  const body = JSON.stringify({ __type: `${namespaces[service] ?? ''}${code}`, message, Message: message, ...members });
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code }, body };
}

const namespaces: Readonly<Record<string, string>> = {
  dynamodb: 'com.amazonaws.dynamodb.v20120810#',
  sqs: 'com.amazonaws.sqs#',
};

/** What AWS answers to somebody who was not granted an action. */
export function accessDenied(service: string, who: string, action: string, resource: string, because: string): AwsResponse {
  const plain = service === 's3' || service === 'ses' || service === 'sts';
  const status = plain || service === 'lambda' || service === 'scheduler' ? 403 : 400;
  const message = `User: ${who} is not authorized to perform: ${action} on resource: ${resource} because ${reasons[because] ?? because}`;
  return awsError(service, { status, code: plain ? 'AccessDenied' : 'AccessDeniedException', message });
}

const reasons: Readonly<Record<string, string>> = {
  'no grant': 'no identity-based policy allows the action',
  'an explicit deny': 'an explicit deny is in a policy',
};

function xml(status: number, body: string): AwsResponse {
  return { status, headers: { 'content-type': 'text/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>${body}` };
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
