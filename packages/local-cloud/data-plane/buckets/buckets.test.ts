import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { clockAt } from '@convener/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningPlane, startPlane } from '../testing/running-plane.ts';
import { stackWith } from '../testing/small-stack.ts';
import { plainBody } from './chunked-body.ts';

const open: RunningPlane[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

const Bucket = 'reports';
const stack = stackWith({ buckets: [{ logicalId: 'Reports', name: Bucket, arn: `arn:aws:s3:::${Bucket}` }] });
async function running(dataFolder?: string): Promise<RunningPlane> {
  const clock = clockAt('2026-03-01T09:00:00Z');
  const started = await startPlane({ stack, clock, ...(dataFolder !== undefined && { dataFolder }) });
  open.push(started);
  return started;
}
const Key = 'reports/2026/spring & “summer”/report.html';

describe('S3 through the gateway', () => {
  it('keeps an object with its headers over a restart', async () => {
    const before = await running();
    const headers = {
      ContentType: 'text/html; charset=utf-8',
      CacheControl: 'max-age=60',
      ContentEncoding: 'gzip',
      Metadata: { version: '3' },
    };
    const { ETag } = await before.s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from([31, 139, 0, 255]), ...headers }));
    await before.stop();
    const { s3, plane } = await running(before.dataFolder);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(got).toMatchObject({ ...headers, ETag, LastModified: new Date('2026-03-01T09:00:00Z') });
    expect([...((await got.Body?.transformToByteArray()) ?? [])]).toEqual([31, 139, 0, 255]);
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({ ContentLength: 4, ETag });
    const read = await plane.bucketReader(Bucket, Key);
    expect(read).toMatchObject({
      bytes: 4,
      etag: ETag,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=60' },
    });
    expect(await plane.bucketReader(Bucket, 'nowhere')).toBeUndefined();
  });

  it('writes only where the condition holds', async () => {
    const { s3 } = await running();
    const first = await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'one', IfNoneMatch: '*' }));
    await expect(s3.send(new PutObjectCommand({ Bucket, Key, Body: 'two', IfNoneMatch: '*' }))).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    const atOnce = ['two', 'three'].map((Body) => s3.send(new PutObjectCommand({ Bucket, Key, Body, IfMatch: first.ETag })));
    const outcomes = await Promise.allSettled(atOnce);
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('lists by prefix, page by page', async () => {
    const { s3 } = await running();
    for (const key of ['a/1', 'a/2', 'a/3', 'b/1']) await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: key }));
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', MaxKeys: 2 }));
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2 });
    const second = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', ContinuationToken: first.NextContinuationToken }));
    expect([...(first.Contents ?? []), ...(second.Contents ?? [])].map((each) => each.Key)).toEqual(['a/1', 'a/2', 'a/3']);
  });

  it('deletes, leaves no file behind, and names what is missing', async () => {
    const { s3, dataFolder } = await running();
    await s3.send(new PutObjectCommand({ Bucket, Key: '../../outside', Body: 'one' }));
    await s3.send(new PutObjectCommand({ Bucket, Key: '../../outside', Body: 'two' }));
    expect(readdirSync(join(dataFolder, 'buckets', Bucket))).toHaveLength(2);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: '../../outside' }));
    expect(readdirSync(join(dataFolder, 'buckets', Bucket))).toEqual([]);
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'nowhere' }))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new GetObjectCommand({ Bucket: 'nobody', Key: 'x' }))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('takes a body in chunks apart', () => {
    const body = Buffer.from('5;chunk-signature=0\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n');
    const request = { service: 's3', action: 'PutObject', method: 'PUT', path: '/', body, caller: { kind: 'administrator' } } as const;
    expect(Buffer.from(plainBody({ ...request, headers: { 'content-encoding': 'aws-chunked' } })).toString()).toBe('hello world');
    expect(plainBody({ ...request, headers: {} })).toBe(body);
  });
});
