import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse, AwsService } from '../../part.ts';
import type { Buckets, ObjectDescription } from './buckets.ts';
import { plainBody } from './chunked-body.ts';

/** S3's REST protocol, path style, as far as the house uses it: put, get, head, delete and list. */
export function s3Service(buckets: Buckets): AwsService {
  let lastWrite: Promise<unknown> = Promise.resolve();
  // A conditional write looks and then writes; one at a time, nothing comes between.
  const inTurn = (write: () => Promise<AwsResponse>): Promise<AwsResponse> => {
    const turn = lastWrite.then(write);
    lastWrite = turn.catch(() => undefined);
    return turn;
  };
  return {
    async handle(request) {
      const { bucket, key, query } = addressed(request);
      const act = () => answerFor(buckets, request, bucket, key, query);
      const answer = await (request.method === 'PUT' || request.method === 'DELETE' ? inTurn(act) : act());
      return { ...answer, headers: { 'x-amz-request-id': randomUUID(), ...answer.headers } };
    },
  };
}

/** Headers that S3 keeps with an object. */
const kept =
  /^(content-(type|encoding|disposition|language)|cache-control|expires|x-amz-meta-.*|x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256))$/;

async function answerFor(buckets: Buckets, request: AwsRequest, bucket: string, key: string, query: URLSearchParams): Promise<AwsResponse> {
  if (bucket === '') return notSpoken(request);
  if (!buckets.has(bucket)) return failure(404, 'NoSuchBucket', 'The specified bucket does not exist', request);
  if (key === '') {
    if (request.method === 'GET') return list(buckets, bucket, query);
    return request.method === 'HEAD' ? { status: 200, headers: {}, body: '' } : notSpoken(request);
  }
  if (query.has('uploads') || query.has('uploadId')) return notSpoken(request);
  switch (request.method) {
    case 'PUT':
      return request.headers['x-amz-copy-source'] === undefined ? put(buckets, request, bucket, key) : notSpoken(request);
    case 'GET':
    case 'HEAD':
      return read(buckets, request, bucket, key);
    case 'DELETE':
      await buckets.remove(bucket, key);
      return { status: 204, headers: {}, body: '' };
    default:
      return notSpoken(request);
  }
}

async function put(buckets: Buckets, request: AwsRequest, bucket: string, key: string): Promise<AwsResponse> {
  const before = await buckets.describe(bucket, key);
  const preconditionFails =
    (request.headers['if-none-match'] === '*' && before !== undefined) ||
    (request.headers['if-match'] !== undefined && request.headers['if-match'] !== before?.etag);
  if (preconditionFails)
    return failure(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', request);
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => kept.test(name)));
  const encoding = (headers['content-encoding'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'aws-chunked');
  delete headers['content-encoding'];
  if (encoding.length > 0) headers['content-encoding'] = encoding.join(', ');
  const described = await buckets.put(bucket, key, plainBody(request), headers);
  return { status: 200, headers: { etag: described.etag }, body: '' };
}

async function read(buckets: Buckets, request: AwsRequest, bucket: string, key: string): Promise<AwsResponse> {
  const object = await buckets.get(bucket, key);
  if (object === undefined) return failure(404, 'NoSuchKey', 'The specified key does not exist.', request);
  const headers = headersOf(object, request.headers['x-amz-checksum-mode'] === 'ENABLED');
  if (request.headers['if-none-match'] === object.etag) return { status: 304, headers, body: '' };
  return {
    status: 200,
    headers: { ...headers, 'content-length': String(object.bytes) },
    body: request.method === 'HEAD' ? '' : object.body,
  };
}

function headersOf(object: ObjectDescription, withChecksum: boolean): Record<string, string> {
  const stored = Object.entries(object.headers).filter(([name]) => withChecksum || !name.startsWith('x-amz-checksum-'));
  return {
    'content-type': 'application/octet-stream',
    ...Object.fromEntries(stored),
    etag: object.etag,
    'last-modified': new Date(object.lastModified).toUTCString(),
  };
}

async function list(buckets: Buckets, bucket: string, query: URLSearchParams): Promise<AwsResponse> {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const found = (await buckets.list(bucket, prefix)).filter((each) => each.key > after);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > page.length && last !== undefined ? `<NextContinuationToken>${xml(last.key)}</NextContinuationToken>` : '';
  const contents = page.map(
    (each) =>
      `<Contents><Key>${xml(each.key)}</Key><LastModified>${each.lastModified}</LastModified><ETag>${xml(each.etag)}</ETag><Size>${each.bytes}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  return xmlAnswer(
    200,
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${xml(prefix)}</Prefix>` +
      `<KeyCount>${page.length}</KeyCount><MaxKeys>${limit}</MaxKeys><IsTruncated>${next !== ''}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  );
}

function addressed(request: AwsRequest): { readonly bucket: string; readonly key: string; readonly query: URLSearchParams } {
  const [path = '', query = ''] = request.path.split('?', 2);
  const [, bucket = '', ...key] = path.split('/');
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key.join('/')), query: new URLSearchParams(query) };
}

function notSpoken(request: AwsRequest): AwsResponse {
  return failure(501, 'NotImplemented', `${request.action || request.method} does not run on one machine.`, request);
}

function failure(status: number, code: string, message: string, request: AwsRequest): AwsResponse {
  if (request.method === 'HEAD') return { status, headers: {}, body: '' };
  return xmlAnswer(status, `<Error><Code>${code}</Code><Message>${xml(message)}</Message></Error>`);
}

function xmlAnswer(status: number, content: string): AwsResponse {
  return { status, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n${content}` };
}

function xml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
