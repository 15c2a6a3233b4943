import type { AwsRequest } from '../../part.ts';

/** The object's bytes: SDKs may send a body in signed or checksummed chunks (`aws-chunked`), each led by its size in hex. */
export function plainBody(request: AwsRequest): Uint8Array {
  const isChunked =
    request.headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true ||
    request.headers['content-encoding']?.includes('aws-chunked') === true;
  if (!isChunked) return request.body;
  const body = Buffer.from(request.body);
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < body.byteLength) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd === -1) break;
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    // A chunk of nought ends the body; what follows are trailers.
    if (!(size > 0)) break;
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}
