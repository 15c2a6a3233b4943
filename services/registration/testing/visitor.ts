import { createServer } from 'node:http';
import type { Role } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { type HttpSettings, httpFunction, routeKey } from '@convener/http';
import { type Parameters, parametersOf, signSession } from '@convener/signing';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { organiseDependencies, type PublicDependencies, publicDependencies } from '../dependencies.ts';
import * as links from '../handlers/link-handlers.ts';
import * as organise from '../handlers/organise-handlers.ts';
import * as places from '../handlers/place-handlers.ts';
import * as register from '../handlers/register-handlers.ts';
import { registration } from '../service.ts';

/** Tests visit pages as a browser or a program does: through the whole HTTP function, on the real engine. */
const baseUrl = 'https://events.example.org';
const environment = {
  SERVICE: 'registration',
  STAGE: 'test',
  BASE_URL: baseUrl,
  ORIGIN_SECRET: 'edge',
  SECRET_PREFIX: '/convener/test',
  NETWORK_NAME: 'Sample Network',
};

export interface Sent {
  readonly fields?: Readonly<Record<string, string>>;
  readonly json?: unknown;
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

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

export async function visitorOf(table: Table, clock: () => Date) {
  await startParameterStore();
  const parameters = parametersOf('registration', environment.SECRET_PREFIX);
  let made: PublicDependencies | undefined;
  const functions = {
    public: httpFunction({
      service: registration,
      lambda: 'public',
      handlers: { ...register, ...links, ...places },
      dependencies: (surroundings: Surroundings): PublicDependencies => {
        made ??= { ...publicDependencies(surroundings, table, {}), evenly: (_step, work) => work() };
        return made;
      },
      environment,
      clock,
    }),
    organise: httpFunction({
      service: registration,
      lambda: 'organise',
      handlers: organise,
      dependencies: (surroundings: Surroundings) => organiseDependencies(surroundings, table),
      environment,
      clock,
    }),
  };

  const visit = async (method: 'GET' | 'POST', address: string, sent: Sent = {}): Promise<Visit> => {
    const url = new URL(address, baseUrl);
    const { route, params } = routeFor(method, url.pathname);
    const event = eventOf(method, url, { key: routeKey(route), params }, sent);
    const lambda = route.lambda === 'organise' ? functions.organise : functions.public;
    // middy types its handler for every context; a Lambda's own is not needed here.
    const result: APIGatewayProxyStructuredResultV2 = await lambda(event, {} as never);
    return {
      status: result.statusCode ?? 0,
      body: result.body ?? '',
      headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
      cookies: result.cookies ?? [],
    };
  };

  return {
    visit,
    baseUrl,
    /** The address in a letter, without the site. */
    linkTo: async (purpose: 'confirm' | 'manage' | 'calendar', to: { registrationId: string; linkVersion: number }) => {
      const ports = publicDependencies({ settings: { ...settingsOf() }, parameters }, table, {});
      return new URL(await ports.links.mint(purpose, to)).pathname;
    },
    identify: (email: string, eventId: string) =>
      publicDependencies({ settings: settingsOf(), parameters }, table, {}).identities.registrationId(email, eventId),
    organiser: async (roles: readonly Role[]): Promise<Sent> => {
      const key = await parametersOf('organisers', environment.SECRET_PREFIX).privateKey('session');
      const token = await signSession({ kind: 'organiser', organiserId: 'org_sample', roles }, key, clock(), 3600);
      return { cookies: [`__Host-organiser=${token}`] };
    },
  };
}

export type Visitor = Awaited<ReturnType<typeof visitorOf>>;

function settingsOf() {
  return {
    service: 'registration',
    stage: 'test',
    baseUrl,
    originSecret: 'edge',
    secretPrefix: environment.SECRET_PREFIX,
    network: { name: environment.NETWORK_NAME, timeZone: 'Europe/London', contact: '' },
  };
}

/** API Gateway's own choice: a fixed segment before a parameter. */
function routeFor(method: string, path: string) {
  const parts = path.split('/');
  const fitting = registration.routes.flatMap((route) => {
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
): APIGatewayProxyEventV2 {
  const body =
    sent.json === undefined ? (sent.fields ? new URLSearchParams(sent.fields).toString() : undefined) : JSON.stringify(sent.json);
  const headers = {
    'x-origin-secret': 'edge',
    'x-viewer-ip': sent.viewerIp ?? '203.0.113.5',
    accept: sent.json === undefined ? 'text/html' : 'application/json',
    ...(method === 'POST' ? { origin: baseUrl } : {}),
    ...(body === undefined ? {} : { 'content-type': sent.json === undefined ? 'application/x-www-form-urlencoded' : 'application/json' }),
    ...sent.headers,
  };
  return {
    version: '2.0',
    routeKey: matched.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    cookies: [...(sent.cookies ?? [])],
    pathParameters: matched.params,
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '198.51.100.1', userAgent: '' },
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

let started: Promise<void> | undefined;

/** As much of SSM as the signing package calls, in memory; one a test worker. */
function startParameterStore(): Promise<void> {
  started ??= new Promise((resolve) => {
    const kept = new Map<string, string>();
    const server = createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
      const request: { Name: string; Value?: string } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const reply = (status: number, answer: object) => {
        outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
        outgoing.end(JSON.stringify(answer));
      };
      const value = kept.get(request.Name);
      if (String(incoming.headers['x-amz-target']).endsWith('PutParameter')) {
        if (value !== undefined) return reply(400, { __type: 'ParameterAlreadyExists' });
        kept.set(request.Name, request.Value ?? '');
        return reply(200, { Version: 1 });
      }
      return value === undefined
        ? reply(400, { __type: 'ParameterNotFound' })
        : reply(200, { Parameter: { Name: request.Name, Value: value } });
    });
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      const address = server.address();
      if (typeof address === 'object' && address) process.env.AWS_ENDPOINT_URL_SSM = `http://127.0.0.1:${address.port}`;
      process.env.AWS_REGION = 'eu-west-2';
      process.env.AWS_ACCESS_KEY_ID = 'test';
      process.env.AWS_SECRET_ACCESS_KEY = 'test';
      resolve();
    });
  });
  return started;
}
