import type { RouteDefinition, ServiceDefinition } from '@convener/contracts';
import { routeKey } from '@convener/http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { apiEvent, lambdaContext } from './api-event.ts';
import { secretPrefix, startParameterStore } from './parameter-store.ts';

export * from './parameter-store.ts';

/** The site of every test. */
export const baseUrl = 'https://events.example.org';

/** What an HTTP function finds in its environment. */
export function environmentOf(service: ServiceDefinition): Readonly<Record<string, string>> {
  return {
    SERVICE: service.name,
    STAGE: 'test',
    BASE_URL: baseUrl,
    ORIGIN_SECRET: 'edge',
    SECRET_PREFIX: secretPrefix,
    NETWORK_NAME: 'Sample Network',
  };
}

export interface Sent {
  /** Posted as a form; a list, or pairs, post a name several times. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>> | readonly (readonly [name: string, value: string])[];
  readonly json?: unknown;
  /** Sent as it is; its content type stands in `headers`. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly viewerIp?: string;
}

export interface Visit {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
}

export type Visiting = (method: 'GET' | 'POST', address: string, sent?: Sent) => Promise<Visit>;

type HttpLambda = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Visits pages as a browser or a program does: through the whole HTTP function that the manifest names for the address. */
export async function visiting(service: ServiceDefinition, lambdas: Readonly<Record<string, HttpLambda>>): Promise<Visiting> {
  await startParameterStore();
  return async (method, address, sent = {}) => {
    const url = new URL(address, baseUrl);
    const { route, params } = routeFor(service, method, url.pathname);
    const lambda = lambdas[route.lambda];
    if (!lambda) throw new Error(`${method} ${url.pathname} is for the lambda ${route.lambda}, which this test has not made.`);
    const result = await lambda(eventOf(method, url, { key: routeKey(route), params }, sent), lambdaContext);
    return {
      status: result.statusCode ?? 0,
      body: result.body ?? '',
      headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
      cookies: result.cookies ?? [],
    };
  };
}

/** API Gateway's own choice: a fixed segment before a parameter. */
function routeFor(service: ServiceDefinition, method: string, path: string) {
  const parts = path.split('/');
  const fitting = service.routes.flatMap((route) => {
    const params = route.method === method ? parametersIn(route, parts) : undefined;
    return params ? [{ route, params }] : [];
  });
  const best = fitting.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  if (!best) throw new Error(`No route for ${method} ${path}.`);
  return best;
}

function parametersIn({ path }: RouteDefinition, parts: readonly string[]): Record<string, string> | undefined {
  const pattern = path.split('/');
  if (pattern.length !== parts.length) return undefined;
  const pairs = pattern.map((part, index) => [part, parts[index] ?? ''] as const);
  if (!pairs.every(([part, given]) => part.startsWith('{') || part === given)) return undefined;
  return Object.fromEntries(
    pairs.filter(([part]) => part.startsWith('{')).map(([part, given]) => [part.slice(1, -1), decodeURIComponent(given)]),
  );
}

function eventOf(
  method: string,
  url: URL,
  matched: { readonly key: string; readonly params: Record<string, string> },
  sent: Sent,
): APIGatewayProxyEventV2 {
  const asJson = sent.json !== undefined;
  const body = method === 'GET' ? undefined : bodyOf(sent);
  return apiEvent({
    routeKey: matched.key,
    method,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: {
      'x-origin-secret': 'edge',
      'x-viewer-ip': sent.viewerIp ?? '203.0.113.5',
      accept: asJson ? 'application/json' : 'text/html',
      ...(method === 'POST' ? { origin: baseUrl } : {}),
      ...(body === undefined ? {} : { 'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded' }),
      ...sent.headers,
    },
    cookies: [...(sent.cookies ?? [])],
    pathParameters: matched.params,
    ...(body === undefined ? {} : { body }),
  });
}

function bodyOf({ body, json, fields }: Sent): string | undefined {
  if (body !== undefined) return body;
  if (json !== undefined) return JSON.stringify(json);
  if (fields === undefined) return undefined;
  const named: readonly (readonly [string, string | readonly string[]])[] = isPairs(fields) ? fields : Object.entries(fields);
  return new URLSearchParams(named.flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]))).toString();
}

function isPairs(fields: NonNullable<Sent['fields']>): fields is readonly (readonly [string, string])[] {
  return Array.isArray(fields);
}
