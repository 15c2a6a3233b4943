import { randomBytes } from 'node:crypto';
import type { MatchedRoute } from './api-routes.ts';
import { type FrontRequest, type HeaderList, headerOf } from './http-message.ts';

/** Whose API it is, for the event's `requestContext`. */
export interface ApiFacts {
  readonly account: string;
  readonly id: string;
  readonly host: string;
}

/** Every other type reaches the function in Base64: forms (`application/x-www-form-urlencoded`) too, as on AWS. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml)\b|application\/[^;]+\+(?:json|xml)\b)/i;

/** The event that a function gets from an HTTP API, payload format 2.0. */
export function apiEvent(request: FrontRequest, body: Uint8Array, matched: MatchedRoute, api: ApiFacts, now: Date) {
  const rawPath = decodeURIComponent(request.path);
  const cookies = request.headers.filter(([name]) => name === 'cookie').flatMap(([, line]) => line.split(';').map((one) => one.trim()));
  const text = isText(request.headers);
  return {
    version: '2.0',
    routeKey: matched.routeKey,
    rawPath,
    rawQueryString: request.query,
    ...(cookies.length > 0 && { cookies }),
    headers: joined(request.headers.filter(([name]) => name !== 'cookie')),
    ...(request.query !== '' && { queryStringParameters: joined([...new URLSearchParams(request.query)]) }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      domainName: api.host,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.ip,
        userAgent: headerOf(request.headers, 'user-agent') ?? '',
      },
      requestId: randomBytes(11).toString('base64'),
      routeKey: matched.routeKey,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(matched.pathParameters).length > 0 && { pathParameters: matched.pathParameters }),
    ...(body.byteLength > 0 && { body: Buffer.from(body).toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.byteLength > 0 && !text,
  };
}

function isText(headers: HeaderList): boolean {
  return headerOf(headers, 'content-encoding') === undefined && TEXT.test(headerOf(headers, 'content-type') ?? '');
}

function joined(pairs: HeaderList): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of pairs) all[name] = name in all ? `${all[name]},${value}` : value;
  return all;
}

/** As in `12/Mar/2020:19:03:58 +0000`. */
function logTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
