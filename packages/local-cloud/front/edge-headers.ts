import { randomBytes } from 'node:crypto';
import type { FrontRequest, HeaderList } from './http-message.ts';
import { headerOf, withHeaders } from './http-message.ts';

/**
 * What CloudFront takes out of every viewer's request; see "HTTP request headers and CloudFront behavior" in its guide.
 * `x-forwarded-for` is not among them: what the viewer forged stays in front of the address that CloudFront adds.
 */
const REMOVED = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-amz-cf-id',
  'x-forwarded-proto',
  'x-http-method-override',
  'x-real-ip',
]);

export function withoutRemovedHeaders(request: FrontRequest): FrontRequest {
  return { ...request, headers: request.headers.filter(([name]) => !REMOVED.has(name) && !name.startsWith('x-edge-')) };
}

/**
 * The headers with which the API hears of a request: the viewer's but for Host (AllViewerExceptHostHeader), the origin's own
 * (which replace any that the viewer forged), then what CloudFront and API Gateway add on their way.
 */
export function apiHeaders(
  request: FrontRequest,
  originHeaders: Readonly<Record<string, string>>,
  apiHost: string,
  bodyLength: number,
): HeaderList {
  const via = headerOf(request.headers, 'via');
  const forwarded = headerOf(request.headers, 'x-forwarded-for');
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return withHeaders(withHeaders(request.headers, originHeaders), {
    host: apiHost,
    'content-length': String(bodyLength),
    via: [via, '1.1 local (CloudFront)'].filter(Boolean).join(', '),
    'x-amz-cf-id': randomBytes(20).toString('base64url'),
    'x-amzn-trace-id': `Root=1-${seconds}-${randomBytes(12).toString('hex')}`,
    // CloudFront adds the viewer, API Gateway adds CloudFront; on one machine both are the same address.
    'x-forwarded-for': [forwarded, request.ip, request.ip].filter(Boolean).join(', '),
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  });
}
