import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Clock } from '../../part.ts';
import type { BucketResource } from '../../stack/model.ts';

const description = z.object({
  key: z.string(),
  etag: z.string(),
  bytes: z.number(),
  lastModified: z.string(),
  /** Headers that S3 keeps with the object and gives back: content-type, cache-control, x-amz-meta-… */
  headers: z.record(z.string(), z.string()),
});
export type ObjectDescription = z.infer<typeof description>;

export interface StoredObject extends ObjectDescription {
  readonly body: Uint8Array;
}

/** The stack's buckets, one folder each. An object is there whole or not at all. */
export interface Buckets {
  has(bucket: string): boolean;
  readonly names: readonly string[];
  put(bucket: string, key: string, body: Uint8Array, headers: Readonly<Record<string, string>>): Promise<ObjectDescription>;
  get(bucket: string, key: string): Promise<StoredObject | undefined>;
  describe(bucket: string, key: string): Promise<ObjectDescription | undefined>;
  remove(bucket: string, key: string): Promise<void>;
  /** Sorted by key, as S3 lists them. */
  list(bucket: string, prefix: string): Promise<readonly ObjectDescription[]>;
}

export async function openBuckets(resources: readonly BucketResource[], folder: string, clock: Clock): Promise<Buckets> {
  for (const { name } of resources) await mkdir(join(folder, name), { recursive: true });
  // A key may hold anything, a file name may not; the digest is also free of `..`.
  const fileOf = (bucket: string, key: string) => join(folder, bucket, createHash('sha256').update(key).digest('hex'));
  const names = resources.map(({ name }) => name);
  let writes = 0;

  const describe: Buckets['describe'] = async (bucket, key) => {
    const found = await readIfThere(`${fileOf(bucket, key)}.json`);
    return found === undefined ? undefined : description.parse(JSON.parse(found.toString('utf8')));
  };
  return {
    names,
    has: (bucket) => names.includes(bucket),
    async put(bucket, key, body, headers) {
      const described: ObjectDescription = {
        key,
        etag: `"${createHash('md5').update(body).digest('hex')}"`,
        bytes: body.byteLength,
        lastModified: clock.now().toISOString(),
        headers: { ...headers },
      };
      const file = fileOf(bucket, key);
      writes += 1;
      const half = `${file}.${process.pid}.${writes}.half`;
      // The body is named after its content, so a reader that holds an older description still finds the body it describes.
      await writeFile(half, body);
      await rename(half, bodyFile(file, described));
      await writeFile(half, JSON.stringify(described));
      const before = await describe(bucket, key);
      await rename(half, `${file}.json`);
      if (before !== undefined && before.etag !== described.etag) await rm(bodyFile(file, before), { force: true });
      return described;
    },
    async get(bucket, key) {
      const described = await describe(bucket, key);
      if (described === undefined) return undefined;
      const body = await readIfThere(bodyFile(fileOf(bucket, key), described));
      return body === undefined ? undefined : { ...described, body };
    },
    describe,
    async remove(bucket, key) {
      const described = await describe(bucket, key);
      if (described === undefined) return;
      const file = fileOf(bucket, key);
      await rm(`${file}.json`, { force: true });
      await rm(bodyFile(file, described), { force: true });
    },
    async list(bucket, prefix) {
      const files = await readdir(join(folder, bucket));
      const all = await Promise.all(
        files
          .filter((file) => file.endsWith('.json'))
          .map(async (file) => {
            const found = await readIfThere(join(folder, bucket, file));
            return found === undefined ? undefined : description.parse(JSON.parse(found.toString('utf8')));
          }),
      );
      return all
        .filter((each) => each !== undefined)
        .filter((each) => each.key.startsWith(prefix))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}

function bodyFile(file: string, described: ObjectDescription): string {
  return `${file}.${described.etag.replaceAll('"', '')}.body`;
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined;
    throw problem;
  }
}
