/** A call before anybody has looked at who makes it. */
export interface Incoming {
  readonly service: string;
  readonly method: string;
  /** Path and query as received. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The operation that a call asks for, as the service's API names it; undefined where it asks for none that is known here. */
export function readOperation(call: Incoming): string | undefined {
  const target = call.headers['x-amz-target'];
  if (target !== undefined) return target.slice(target.lastIndexOf('.') + 1);
  switch (call.service) {
    case 'ses':
    case 'sts':
    case 'sqs':
    case 'sns':
      return new URLSearchParams(text(call.body)).get('Action') ?? undefined;
    case 'lambda':
      return lambdaOperation(call);
    case 's3':
      return s3Operation(call);
    case 'scheduler':
      return schedulerOperation(call);
    default:
      return undefined;
  }
}

export function text(body: Uint8Array): string {
  return Buffer.from(body).toString('utf8');
}

function lambdaOperation({ method, path }: Incoming): string | undefined {
  return method === 'POST' && /^\/2015-03-31\/functions\/[^/]+\/invocations/.test(path) ? 'Invoke' : undefined;
}

function schedulerOperation({ method, path }: Incoming): string | undefined {
  if (/^\/schedules\/?(\?|$)/.test(path) && method === 'GET') return 'ListSchedules';
  if (!path.startsWith('/schedules/')) return undefined;
  return { POST: 'CreateSchedule', PUT: 'UpdateSchedule', GET: 'GetSchedule', DELETE: 'DeleteSchedule' }[method];
}

/** S3 says its operation by method, by whether there is a key, and by the name of a query field; in path style always, as here. */
function s3Operation({ method, path, headers }: Incoming): string | undefined {
  const { key, query } = s3Address(path);
  if (key === '') return bucketOperation(method, query);
  if (query.has('uploadId')) {
    return { PUT: 'UploadPart', POST: 'CompleteMultipartUpload', DELETE: 'AbortMultipartUpload', GET: 'ListParts' }[method];
  }
  if (query.has('uploads')) return 'CreateMultipartUpload';
  if (query.has('tagging')) return { GET: 'GetObjectTagging', PUT: 'PutObjectTagging', DELETE: 'DeleteObjectTagging' }[method];
  if (method === 'PUT') return headers['x-amz-copy-source'] === undefined ? 'PutObject' : 'CopyObject';
  return { GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' }[method];
}

function bucketOperation(method: string, query: URLSearchParams): string | undefined {
  if (method === 'POST' && query.has('delete')) return 'DeleteObjects';
  if (method === 'GET' && query.has('versions')) return 'ListObjectVersions';
  if (method === 'GET' && query.has('location')) return 'GetBucketLocation';
  return { GET: 'ListObjectsV2', HEAD: 'HeadBucket', PUT: 'CreateBucket', DELETE: 'DeleteBucket' }[method];
}

export function s3Address(path: string): { readonly bucket: string; readonly key: string; readonly query: URLSearchParams } {
  const [location = '', search = ''] = path.split('?', 2);
  const [bucket = '', ...key] = location.slice(1).split('/');
  return { bucket: decodeURIComponent(bucket), key: key.map(decodeURIComponent).join('/'), query: new URLSearchParams(search) };
}
