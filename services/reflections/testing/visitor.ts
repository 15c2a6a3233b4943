import type { EventFacts, Role } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { type HttpSettings, httpFunction, routeKey } from '@convener/http';
import { signSession } from '@convener/signing';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { organiseDependencies, publicDependencies } from '../dependencies.ts';
import * as notes from '../handlers/notes-handlers.ts';
import * as own from '../handlers/own-handlers.ts';
import * as reflect from '../handlers/reflect-handlers.ts';
import * as list from '../handlers/reflections-handlers.ts';
import * as theme from '../handlers/theme-handlers.ts';
import * as themes from '../handlers/themes-handlers.ts';
import { reflections } from '../service.ts';
import { now, openEvent } from './open-event.ts';
import { parameterStore } from './parameter-store.ts';

/** Tests visit pages as a browser or a program does: through the whole HTTP function, on the real engine. */
const baseUrl = 'https://events.example.org';
const environment = {
  SERVICE: 'reflections',
  STAGE: 'test',
  BASE_URL: baseUrl,
  ORIGIN_SECRET: 'edge',
  SECRET_PREFIX: '/convener/test',
  NETWORK_NAME: 'Sample Network',
};

interface Surroundings {
  readonly settings: HttpSettings;
}

export interface Sent {
  /** A list posts its name several times. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly roles?: readonly Role[];
}

export interface Visit {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: () => Record<string, unknown>;
}

/** An event on a table of its own, and somebody who visits its pages. */
export async function world(
  options: { readonly rooms?: number; readonly facts?: Partial<EventFacts>; readonly table?: Table; readonly reached?: Table } = {},
) {
  const event = await openEvent(options);
  const table = options.reached ?? event.table;
  const { secrets, sessionKey } = await parameterStore();
  const shared = { service: reflections, environment, clock: () => now };
  const functions = {
    public: httpFunction({
      ...shared,
      lambda: 'public',
      handlers: { ...reflect, ...own, ...notes },
      dependencies: ({ settings }: Surroundings) => publicDependencies({ settings, parameters: secrets }, table),
    }),
    organise: httpFunction({
      ...shared,
      lambda: 'organise',
      handlers: { ...list, ...theme, ...themes },
      dependencies: ({ settings }: Surroundings) => organiseDependencies({ settings, parameters: secrets }, table),
    }),
  };

  const visit = async (method: 'GET' | 'POST', address: string, sent: Sent = {}): Promise<Visit> => {
    const url = new URL(address, baseUrl);
    const { route, params } = routeFor(method, url.pathname);
    const session =
      route.audience === 'organiser'
        ? await signSession({ kind: 'organiser', organiserId: 'org_sample', roles: sent.roles ?? ['organiser'] }, sessionKey, now, 3600)
        : undefined;
    const request = eventOf(method, url, { key: routeKey(route), params }, sent, session);
    const lambda = route.lambda === 'organise' ? functions.organise : functions.public;
    // middy types its handler for every context; a Lambda's own is not needed here.
    const result: APIGatewayProxyStructuredResultV2 = await lambda(request, {} as never);
    const body = result.body ?? '';
    return {
      status: result.statusCode ?? 0,
      body,
      headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
      data: () => JSON.parse(body),
    };
  };

  /** The links of a room as its organiser would hand them out, without the site. */
  const linksOf = async (roomId: string) => {
    const seen = await visit('GET', `/organise/events/${event.eventId}/reflections`, { json: {} });
    const rooms = seen.data().rooms;
    const room: unknown = Array.isArray(rooms) ? rooms.find((each) => each.id === roomId) : undefined;
    if (typeof room !== 'object' || room === null) throw new Error(`No room ${roomId}.`);
    const links: { readonly room: string; readonly notes: string } = Reflect.get(room, 'links');
    return { room: new URL(links.room).pathname, notes: new URL(links.notes).pathname };
  };

  return { ...event, visit, linksOf, base: `/organise/events/${event.eventId}`, baseUrl };
}

export type World = Awaited<ReturnType<typeof world>>;

/** API Gateway's own choice: a fixed segment before a parameter. */
function routeFor(method: string, path: string) {
  const parts = path.split('/');
  const fitting = reflections.routes.flatMap((route) => {
    const pattern = route.path.split('/');
    if (route.method !== method || pattern.length !== parts.length) return [];
    const pairs = pattern.map((part, index) => [part, parts[index] ?? ''] as const);
    if (!pairs.every(([part, given]) => part.startsWith('{') || part === given)) return [];
    const params = pairs.filter(([part]) => part.startsWith('{')).map(([part, given]) => [part.slice(1, -1), decodeURIComponent(given)]);
    return [{ route, params: Object.fromEntries(params) as Record<string, string> }];
  });
  const best = fitting.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  if (!best) throw new Error(`No route for ${method} ${path}.`);
  return best;
}

function eventOf(
  method: string,
  url: URL,
  matched: { readonly key: string; readonly params: Record<string, string> },
  sent: Sent,
  session: string | undefined,
): APIGatewayProxyEventV2 {
  const body = bodyOf(sent, method);
  return {
    version: '2.0',
    routeKey: matched.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: {
      'x-origin-secret': 'edge',
      'x-viewer-ip': '203.0.113.5',
      'user-agent': 'SampleBrowser/7.1',
      accept: sent.json === undefined ? 'text/html' : 'application/json',
      ...(method === 'POST' ? { origin: baseUrl } : {}),
      'content-type': sent.json === undefined ? 'application/x-www-form-urlencoded' : 'application/json',
      ...sent.headers,
    },
    cookies: ['sample=cookie-of-somebody', ...(session ? [`__Host-organiser=${session}`] : [])],
    pathParameters: matched.params,
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '198.51.100.1', userAgent: 'SampleBrowser/7.1' },
      requestId: '',
      routeKey: matched.key,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

function bodyOf({ fields, json }: Sent, method: string): string | undefined {
  if (method === 'GET') return undefined;
  if (json !== undefined) return JSON.stringify(json);
  const pairs = Object.entries(fields ?? {}).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]));
  return new URLSearchParams(pairs).toString();
}
