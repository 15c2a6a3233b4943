import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import * as z from 'zod/mini';
import { type FrontAnswer, type FrontRequest, type HeaderList, NO_BODY } from './http-message.ts';

/** What a CloudFront Function made of a request: the same one (perhaps changed), or an answer of its own. */
export type ViewerVerdict =
  | { readonly kind: 'pass'; readonly request: FrontRequest }
  | { readonly kind: 'answer'; readonly answer: FrontAnswer };

export type ViewerFunction = (request: FrontRequest) => Promise<ViewerVerdict>;

const EXECUTION_MILLISECONDS = 1000;

const value = z.object({ value: z.string(), multiValue: z.optional(z.array(z.object({ value: z.string() }))) });
const values = z.record(z.string(), value);
type Values = z.infer<typeof values>;

const changedRequest = z.object({ uri: z.string(), querystring: values, headers: values, cookies: values });
const ownAnswer = z.object({
  statusCode: z.int().check(z.gte(200), z.lte(599)),
  headers: z.optional(values),
  cookies: z.optional(z.record(z.string(), z.object({ value: z.string(), attributes: z.optional(z.string()) }))),
  body: z.optional(z.union([z.string(), z.object({ encoding: z.enum(['text', 'base64']), data: z.string() })])),
});

/**
 * Runs the template's own CloudFront Function (runtime cloudfront-js-2.0) in a context of its own, where event and result are
 * JSON text. It knows no `require` and no `import`: a function that needs one fails here, plainly, at its first request.
 */
export function viewerFunction(code: string, tellLine: (line: string) => void): ViewerFunction {
  const context = vm.createContext({ tellLine: (line: unknown) => tellLine(String(line)) });
  vm.runInContext('globalThis.console = { log: (...parts) => tellLine(parts.map(String).join(" ")) };', context);
  vm.runInContext(code, context, { filename: 'viewer-request.js' });
  const call = new vm.Script('(async () => JSON.stringify(await handler(JSON.parse(eventText))))()');

  return async (request) => {
    const event = eventOf(request);
    context.eventText = JSON.stringify(event);
    const text: unknown = await call.runInContext(context, { timeout: EXECUTION_MILLISECONDS });
    const result: unknown = JSON.parse(String(text));
    if (typeof result === 'object' && result !== null && 'statusCode' in result)
      return { kind: 'answer', answer: answerOf(ownAnswer.parse(result)) };
    return { kind: 'pass', request: requestOf(request, event.request.querystring, changedRequest.parse(result)) };
  };
}

function eventOf(request: FrontRequest) {
  const cookies = request.headers
    .filter(([name]) => name === 'cookie')
    .flatMap(([, line]) => line.split(';').map((pair) => splitPair(pair.trim())));
  return {
    version: '1.0',
    context: {
      distributionDomainName: 'local.cloudfront.net',
      distributionId: 'LOCAL',
      eventType: 'viewer-request',
      requestId: randomBytes(20).toString('base64url'),
    },
    viewer: { ip: request.ip },
    request: {
      method: request.method,
      uri: request.path,
      querystring: grouped(request.query === '' ? [] : request.query.split('&').map(splitPair)),
      headers: grouped(request.headers.filter(([name]) => name !== 'cookie')),
      cookies: grouped(cookies),
    },
  };
}

function splitPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

function grouped(pairs: HeaderList): Values {
  const groups = new Map<string, string[]>();
  for (const [name, one] of pairs) groups.set(name, [...(groups.get(name) ?? []), one]);
  const entries = [...groups].map(([name, all]): [string, Values[string]] => {
    const first = all[0] ?? '';
    return [name, all.length === 1 ? { value: first } : { value: first, multiValue: all.map((one) => ({ value: one })) }];
  });
  return Object.fromEntries(entries);
}

function ungrouped(groups: Values): [string, string][] {
  return Object.entries(groups).flatMap(([name, one]) => (one.multiValue ?? [one]).map((each): [string, string] => [name, each.value]));
}

function requestOf(before: FrontRequest, queryBefore: Values, after: z.infer<typeof changedRequest>): FrontRequest {
  const cookies = ungrouped(after.cookies).map(([name, one]) => `${name}=${one}`);
  const headers = ungrouped(after.headers).map(([name, one]) => [name.toLowerCase(), one] as const);
  const unchanged = JSON.stringify(queryBefore) === JSON.stringify(after.querystring);
  return {
    ...before,
    path: after.uri,
    query: unchanged
      ? before.query
      : ungrouped(after.querystring)
          .map(([name, one]) => (one === '' ? name : `${name}=${one}`))
          .join('&'),
    headers: cookies.length === 0 ? headers : [...headers, ['cookie', cookies.join('; ')]],
  };
}

function answerOf(result: z.infer<typeof ownAnswer>): FrontAnswer {
  const cookies = Object.entries(result.cookies ?? {}).map(([name, cookie]): [string, string] => {
    return ['set-cookie', [`${name}=${cookie.value}`, cookie.attributes].filter(Boolean).join('; ')];
  });
  return { status: result.statusCode, headers: [...ungrouped(result.headers ?? {}), ...cookies], body: bodyOf(result.body) };
}

function bodyOf(body: z.infer<typeof ownAnswer>['body']): Uint8Array {
  if (body === undefined) return NO_BODY;
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8');
}
