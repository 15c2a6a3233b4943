import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { type FrontAnswer, type HeaderList, headerOf, withHeaders } from './http-message.ts';

const SMALLEST = 1000;
const LARGEST = 10_000_000;
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:javascript|json|ld\+json|manifest\+json|xml|rss\+xml|xhtml\+xml|wasm|rtf|vnd\.ms-fontobject)|image\/svg\+xml|font\/(?:otf|ttf|opentype))/i;
const methods = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Compresses what CloudFront would: text of a middling size, not yet compressed, to a viewer that takes it; Brotli before gzip. */
export async function compressed(answer: FrontAnswer, acceptEncoding: string | undefined): Promise<FrontAnswer> {
  const encoding = accepted(acceptEncoding);
  const size = answer.body.byteLength;
  if (encoding === undefined || size < SMALLEST || size > LARGEST || !isCompressible(answer.headers)) return answer;
  const etag = headerOf(answer.headers, 'etag');
  const headers = withHeaders(answer.headers, {
    'content-encoding': encoding,
    vary: 'Accept-Encoding',
    ...(etag !== undefined && { etag: etag.startsWith('W/') ? etag : `W/${etag}` }),
  });
  return { ...answer, headers, body: await methods[encoding](answer.body) };
}

function isCompressible(headers: HeaderList): boolean {
  return headerOf(headers, 'content-encoding') === undefined && COMPRESSIBLE.test(headerOf(headers, 'content-type') ?? '');
}

function accepted(acceptEncoding = ''): 'br' | 'gzip' | undefined {
  const taken = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
    .filter(([, quality]) => quality === undefined || !/^q=0(?:\.0*)?$/.test(quality))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((one) => taken.includes(one));
}
