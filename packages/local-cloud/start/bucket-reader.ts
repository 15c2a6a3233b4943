import type { BucketReader } from '../front/bucket-origin.ts';
import type { AwsService } from '../part.ts';

/** Reads files for the front, which stands where CloudFront's origin access control does: it may read any, and lists none. */
export function bucketReader(services: ReadonlyMap<string, AwsService>): BucketReader {
  return async (bucket, key) => {
    const answer = await services.get('s3')?.handle({
      service: 's3',
      action: 'GetObject',
      method: 'GET',
      path: `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`,
      headers: {},
      body: new Uint8Array(),
      caller: { kind: 'administrator' },
    });
    if (answer?.status !== 200) return undefined;
    const contentType = answer.headers['content-type'] ?? 'application/octet-stream';
    return { body: Buffer.from(answer.body), contentType, headers: answer.headers };
  };
}
