import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { writeCookie } from './cookies.ts';
import { problem } from './reply.ts';
import type { HttpRequest, ProblemLink, Reply, ReplyExtras } from './request.ts';
import { securityHeaders } from './security-headers.ts';
import type { HttpSettings } from './settings.ts';

/** Under this many characters gzip's own frame eats what it saves. */
const smallestWorthCompressing = 1024;

interface Rendered {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type ProblemPage = (problem: {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly links?: readonly ProblemLink[];
}) => string;

/** Turns a reply into API Gateway's answer, in the format that was asked for. */
export function toResult(
  reply: Reply,
  request: Pick<HttpRequest, 'wants' | 'headers' | 'method'>,
  settings: HttpSettings,
  problemPage: ProblemPage,
): APIGatewayProxyStructuredResultV2 {
  const result = resultOf(reply, render(reply, request.wants, problemPage), request, settings);
  // What somebody entered comes back in a page, longer than it was by what stands for its quotation marks.
  if (fits(result)) return result;
  const instead = reply.kind === 'file' && reply.tooLong ? reply.tooLong() : tooLong;
  return resultOf(instead, render(instead, request.wants, problemPage), request, settings);
}

/** An answer of Lambda is 6 MB at most, as JSON; beyond it whoever asked would get a bare error. */
const mostBytes = 6_000_000;
const mostBytesOfCharacter = 6;

function fits({ body = '' }: APIGatewayProxyStructuredResultV2): boolean {
  return body.length * mostBytesOfCharacter < mostBytes || Buffer.byteLength(JSON.stringify(body)) < mostBytes;
}

const tooLong = problem(
  413,
  'That is too much at once',
  'The answer would be too long to send. If you entered something, go back, shorten it, and send it again.',
);

function resultOf(
  reply: Reply,
  rendered: Rendered,
  request: Pick<HttpRequest, 'headers' | 'method'>,
  settings: HttpSettings,
): APIGatewayProxyStructuredResultV2 {
  const compress = rendered.body.length >= smallestWorthCompressing && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return {
    statusCode: rendered.status,
    headers: {
      ...securityHeaders(settings.baseUrl, { connects: reply.connects ?? false }),
      'content-type': rendered.contentType,
      'cache-control': cacheControl(reply.cache),
      vary: 'Accept, Accept-Encoding',
      ...(compress ? { 'content-encoding': 'gzip' } : {}),
      ...rendered.headers,
    },
    cookies: (reply.cookies ?? []).map((cookie) => writeCookie(cookie, settings.baseUrl)),
    body: request.method === 'HEAD' ? '' : compress ? gzipSync(rendered.body).toString('base64') : rendered.body,
    isBase64Encoded: compress && request.method !== 'HEAD',
  };
}

function render(reply: Reply, wants: 'html' | 'json', problemPage: ProblemPage): Rendered {
  switch (reply.kind) {
    case 'answer':
      return wants === 'json' ? json(reply.status, reply.data) : html(reply.status, reply.page());
    case 'invalid':
      return wants === 'json'
        ? problemDetails(422, 'Some of what you entered needs changing', 'Change the fields that are named and send it again.', {
            errors: reply.errors,
          })
        : html(422, reply.page());
    case 'done':
      if (wants === 'json') return { ...json(reply.status, reply.data), headers: reply.status === 201 ? { location: reply.to } : {} };
      return { status: 303, contentType: 'text/plain; charset=utf-8', body: '', headers: { location: reply.to } };
    case 'elsewhere':
      return { status: 303, contentType: 'text/plain; charset=utf-8', body: '', headers: { location: reply.to.href } };
    case 'problem':
      return wants === 'json'
        ? problemDetails(reply.status, reply.title, reply.detail, reply.links && { links: reply.links })
        : html(reply.status, problemPage(reply));
    case 'file':
      return {
        status: 200,
        contentType: reply.contentType,
        body: reply.body,
        headers: reply.fileName ? { 'content-disposition': `attachment; filename="${reply.fileName.replace(/[^\w.-]/g, '-')}"` } : {},
      };
  }
}

function html(status: number, body: string): Rendered {
  return { status, contentType: 'text/html; charset=utf-8', body };
}

function json(status: number, value: unknown): Rendered {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

/** RFC 9457, with the fields in `errors`, and ways on in `links`. */
function problemDetails(status: number, title: string, detail: string, more: object = {}): Rendered {
  const body = { type: 'about:blank', title, status, detail, ...more };
  return { status, contentType: 'application/problem+json', body: JSON.stringify(body) };
}

function cacheControl(cache: ReplyExtras['cache']): string {
  if (!cache) return 'no-store';
  if (cache === 'immutable') return 'public, max-age=31536000, immutable';
  // Kept at the edge, not in browsers: an organiser who changes a page and looks at it again must see what they changed.
  return `public, max-age=0, s-maxage=${cache.maxAgeSeconds}, stale-if-error=${cache.staleIfErrorSeconds}`;
}
