/** What a SigV4 signature says of a call. The signature itself is not verified: everything listens on this machine alone. */
export interface Signed {
  readonly accessKeyId: string;
  readonly region: string;
  /** Signing name of the service: dynamodb, sqs, s3, events, ses, lambda, … */
  readonly service: string;
}

const authorization = /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;

export function readSignature(header: string | undefined): Signed | undefined {
  const [, accessKeyId, region, service] = authorization.exec(header ?? '') ?? [];
  return accessKeyId !== undefined && region !== undefined && service !== undefined ? { accessKeyId, region, service } : undefined;
}
