import { compressed } from './compression.ts';
import { type FrontAnswer, type FrontRequest, type HeaderList, headerOf, NO_BODY, plainPage, withHeaders } from './http-message.ts';

/** A file of a bucket; undefined where there is none. `headers` are S3's own: etag, last-modified, cache-control, … */
export type BucketReader = (
  bucket: string,
  key: string,
) => Promise<{ readonly body: Uint8Array; readonly contentType: string; readonly headers: Readonly<Record<string, string>> } | undefined>;

/** S3's headers that a viewer gets; the rest is between CloudFront and S3. */
const PASSED = new Set([
  'etag',
  'last-modified',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
]);

/** Answers from a private bucket as CloudFront does with origin access control, which lets it read files but not list them. */
export async function answerFromBucket(
  request: FrontRequest,
  bucketName: string,
  originPath: string,
  read: BucketReader,
): Promise<FrontAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plainPage(403, 'Not allowed', 'This address answers GET and HEAD only.');
  }
  const key = decoded(`${originPath}${request.path}`.replace(/^\/+/, ''));
  const file = key === undefined || key === '' ? undefined : await read(bucketName, key);
  // Without the right to list, S3 says "access denied" and not "not found": nobody learns which names exist.
  if (file === undefined) return plainPage(403, 'Access denied', 'There is nothing here that you may read.');
  const kept = Object.entries(file.headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => PASSED.has(name));
  const headers = withHeaders(kept, { 'content-type': file.contentType });
  if (isUnchanged(request.headers, headers))
    return { status: 304, headers: headers.filter(([name]) => name !== 'content-type'), body: NO_BODY };
  return compressed({ status: 200, headers, body: file.body }, headerOf(request.headers, 'accept-encoding'));
}

function decoded(key: string): string | undefined {
  try {
    return decodeURIComponent(key);
  } catch {
    return undefined;
  }
}

/** A tag that CloudFront weakened by compressing still names the same file. */
function isUnchanged(request: HeaderList, answer: HeaderList): boolean {
  const asked = headerOf(request, 'if-none-match');
  const tag = headerOf(answer, 'etag');
  if (asked === undefined || tag === undefined) return false;
  return asked.split(',').some((one) => one.trim() === '*' || strong(one.trim()) === strong(tag));
}

function strong(tag: string): string {
  return tag.replace(/^W\//, '');
}
