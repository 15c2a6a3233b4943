import { setTimeout as wait } from 'node:timers/promises';
import type { Functions, Surroundings } from '../part.ts';
import { answerOf, apiProblem } from './api-answer.ts';
import { type ApiFacts, apiEvent } from './api-event.ts';
import { routeFinder } from './api-routes.ts';
import { apiHeaders } from './edge-headers.ts';
import type { FrontAnswer, FrontRequest } from './http-message.ts';

/** An HTTP API refuses larger bodies. */
export const MAXIMUM_BODY_BYTES = 10 * 1024 * 1024;

/** Request line and headers together. */
const MAXIMUM_HEADER_BYTES = 10_240;

export type ApiOrigin = (request: FrontRequest, body: Uint8Array, originHeaders: Readonly<Record<string, string>>) => Promise<FrontAnswer>;

/** The HTTP API behind CloudFront: finds the route, calls its function, translates the result. */
export function apiOrigin({ stack, clock }: Surroundings, functions: Functions, waitMilliseconds: number): ApiOrigin {
  const find = routeFinder(stack.routes);
  const api: ApiFacts = { account: stack.account, id: 'local', host: `local.execute-api.${stack.region}.amazonaws.com` };
  return async (request, body, originHeaders) => {
    const headers = apiHeaders(request, originHeaders, api.host, body.byteLength);
    const inner: FrontRequest = { ...request, headers };
    if (isTooLong(inner)) return apiProblem(431, 'Request Header Fields Too Large');
    if (!isDecodable(request.path)) return apiProblem(400, 'Bad Request');
    const matched = find(request.method, request.path);
    if (matched === undefined) return apiProblem(404, 'Not Found');
    const event = apiEvent(inner, body, matched, api, clock.now());
    const patience = new AbortController();
    const result = await Promise.race([
      functions.invoke(matched.route.functionName, event),
      wait(waitMilliseconds, undefined, { signal: patience.signal, ref: false }).catch(() => undefined),
    ]);
    patience.abort();
    if (result === undefined) return apiProblem(503, 'Service Unavailable');
    if (result.kind === 'answered') return answerOf(result.payload);
    return result.errorType === 'RequestTooLargeException'
      ? apiProblem(413, 'Request Entity Too Large')
      : apiProblem(500, 'Internal Server Error');
  };
}

function isTooLong({ method, path, query, headers }: FrontRequest): boolean {
  const line = method.length + path.length + query.length;
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, line) > MAXIMUM_HEADER_BYTES;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
