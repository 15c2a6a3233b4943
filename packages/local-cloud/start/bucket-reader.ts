import type { DataPlane } from '../data-plane/start-data-plane.ts';
import type { BucketReader } from '../front/bucket-origin.ts';

/** Reads files for the front, which stands where CloudFront's origin access control does: it may read any, and lists none. */
export function bucketReader({ bucketReader: read }: DataPlane): BucketReader {
  return async (bucket, key) => {
    const stored = await read(bucket, key);
    if (stored === undefined) return undefined;
    const { body, etag, lastModified, headers } = stored;
    const own = { ...headers, etag, 'last-modified': new Date(lastModified).toUTCString() };
    return { body, contentType: headers['content-type'] ?? 'application/octet-stream', headers: own };
  };
}
