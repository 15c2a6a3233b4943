import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod/mini';
import type { FrontAnswer, HeaderList } from './http-message.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const structured = z.object({
  statusCode: z.int().check(z.gte(100), z.lte(599)),
  headers: z.nullish(z.record(z.string(), scalar)),
  cookies: z.nullish(z.array(z.string())),
  body: z.nullish(z.string()),
  isBase64Encoded: z.nullish(z.boolean()),
});

/** Between two neighbours only; an HTTP API sets its own. */
const HOP_BY_HOP = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * What an HTTP API makes of a function's result, payload format 2.0. A result without `statusCode` is the body itself; one with
 * a `statusCode` and anything malformed is the function's fault, and the viewer gets 500. `multiValueHeaders` mean nothing here.
 */
export function answerOf(payload: unknown): FrontAnswer {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) return inferred(payload);
  const result = structured.safeParse(payload);
  if (!result.success) return apiProblem(500, 'Internal Server Error');
  const { statusCode, headers, cookies, body, isBase64Encoded } = result.data;
  const given: HeaderList = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const list: [string, string][] = [
    ...given.filter(([name]) => !HOP_BY_HOP.has(name)).map(([name, value]): [string, string] => [name, value]),
    ...(cookies ?? []).map((cookie): [string, string] => ['set-cookie', cookie]),
  ];
  if (!list.some(([name]) => name === 'content-type')) list.push(['content-type', 'text/plain; charset=utf-8']);
  if (!list.every(isSendable)) return apiProblem(500, 'Internal Server Error');
  return { status: statusCode, headers: list, body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8') };
}

/** An error of the HTTP API's own, in its own words. */
export function apiProblem(status: number, message: string): FrontAnswer {
  return { status, headers: [['content-type', 'application/json']], body: Buffer.from(JSON.stringify({ message })) };
}

function inferred(payload: unknown): FrontAnswer {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload ?? null);
  return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(text) };
}

function isSendable([name, value]: readonly [string, string]): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
