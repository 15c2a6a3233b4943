import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Files } from '../use-cases/ports.ts';

let shared: S3Client | undefined;

/** The bucket behind `/reports/*`. Its keys are the paths of the site, without the slash at the start. */
export function reportFiles(bucket: string): Files {
  const client = () => {
    shared ??= new S3Client({ maxAttempts: 5 });
    return shared;
  };
  return {
    put: async ({ key, body, contentType, cacheControl }) => {
      await client().send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType, CacheControl: cacheControl }),
      );
    },
    // The bucket keeps the version for some days, where nobody but its owner can read it: see `infra/constructs/reports-bucket.ts`.
    remove: async (key) => {
      await client().send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
