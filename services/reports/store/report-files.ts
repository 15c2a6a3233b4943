import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Files } from '../use-cases/ports.ts';

let shared: S3Client | undefined;

/** The bucket behind `/reports/*`. Its keys are the paths of the site, without the slash at the start. */
export function reportFiles(bucket: string): Files {
  return {
    put: async ({ key, body, contentType, cacheControl }) => {
      shared ??= new S3Client({ maxAttempts: 5 });
      await shared.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType, CacheControl: cacheControl }),
      );
    },
  };
}
