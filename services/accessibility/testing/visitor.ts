import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { Role } from '@convener/contracts';
import { type HttpSettings, httpFunction, routeKey } from '@convener/http';
import { type Parameters, signSession } from '@convener/signing';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type CoordinateDependencies, coordinateDependencies, type PublicDependencies, publicDependencies } from '../dependencies.ts';
import * as access from '../handlers/access-handlers.ts';
import * as coordinate from '../handlers/coordinate-handlers.ts';
import { accessibility } from '../service.ts';
import type { Tables } from '../store/need-store.ts';
import type { AttendeeNames } from '../use-cases/ports.ts';

/** Tests visit pages as a browser or a program does: through the whole HTTP function, on the real engine. */
const baseUrl = 'https://events.example.org';
const environment = {
  SERVICE: 'accessibility',
  STAGE: 'test',
  BASE_URL: baseUrl,
  ORIGIN_SECRET: 'edge',
  SECRET_PREFIX: '/convener/test',
  NETWORK_NAME: 'Sample Network',
};

export interface Sent {
  /** A list is sent as the same name several times. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

export interface Visit {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
}

/** Where a test wants something else than what runs: a broken twin, or a directory that is down. */
export interface Twins {
  readonly ports?: (ports: PublicDependencies) => PublicDependencies;
  readonly coordinate?: (ports: CoordinateDependencies) => CoordinateDependencies;
  readonly changeAccess?: typeof access.changeAccess;
}

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

export const keys = { attendee: pair(), organiser: pair(), stranger: pair() };
const same = <T>(ports: T): T => ports;

export async function visitorOf(tables: Tables, clock: () => Date, names: AttendeeNames, twins: Twins = {}) {
  await startParameterStore();
  const shared = { service: accessibility, environment, clock };
  const lambdas = {
    public: httpFunction({
      ...shared,
      lambda: 'public',
      handlers: { ...access, changeAccess: twins.changeAccess ?? access.changeAccess },
      dependencies: (surroundings: Surroundings) => (twins.ports ?? same)(publicDependencies(surroundings, tables)),
    }),
    coordinate: httpFunction({
      ...shared,
      lambda: 'coordinate',
      handlers: coordinate,
      dependencies: (surroundings: Surroundings) => (twins.coordinate ?? same)(coordinateDependencies(surroundings, tables, names)),
    }),
  };
  return {
    visit: async (method: 'GET' | 'POST', path: string, sent: Sent = {}): Promise<Visit> => {
      const eventId = /^\/organise\/events\/([^/]+)\/access$/.exec(path)?.[1];
      const lambda = eventId ? lambdas.coordinate : lambdas.public;
      const route = accessibility.routes.find((each) => each.method === method && each.lambda === (eventId ? 'coordinate' : 'public'));
      if (!route) throw new Error(`No route for ${method} ${path}.`);
      // middy types its handler for every context; a Lambda's own is not needed here.
      const result: APIGatewayProxyStructuredResultV2 = await lambda(
        eventOf(method, path, routeKey(route), eventId ? { eventId } : {}, sent),
        {} as never,
      );
      return {
        status: result.statusCode ?? 0,
        body: result.body ?? '',
        headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
        cookies: result.cookies ?? [],
      };
    },
    attendee: async (registrationId: string, eventId: string): Promise<Sent> => ({
      cookies: [`__Host-place=${await signSession({ kind: 'attendee', registrationId, eventId }, keys.attendee.secret, clock(), 7200)}`],
    }),
    organiser: async (roles: readonly Role[], organiserId = 'org_reader'): Promise<Sent> => ({
      cookies: [`__Host-organiser=${await signSession({ kind: 'organiser', organiserId, roles }, keys.organiser.secret, clock(), 1800)}`],
    }),
  };
}

export type Visitor = Awaited<ReturnType<typeof visitorOf>>;

function eventOf(
  method: string,
  path: string,
  key: string,
  pathParameters: Record<string, string>,
  { fields, json, headers: more, cookies = [] }: Sent,
): APIGatewayProxyEventV2 {
  const pairs = Object.entries(fields ?? {}).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  const body = json ? JSON.stringify(json) : fields ? new URLSearchParams(pairs).toString() : undefined;
  const headers = {
    'x-origin-secret': 'edge',
    accept: json ? 'application/json' : 'text/html',
    ...(method === 'POST' ? { origin: baseUrl } : {}),
    ...(body === undefined ? {} : { 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded' }),
    ...more,
  };
  return {
    ...{ version: '2.0', routeKey: key, rawPath: path, rawQueryString: '', headers, cookies: [...cookies], pathParameters },
    requestContext: {
      ...{
        accountId: '',
        apiId: '',
        domainName: '',
        domainPrefix: '',
        requestId: '',
        routeKey: key,
        stage: '$default',
        time: '',
        timeEpoch: 0,
      },
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '198.51.100.1', userAgent: '' },
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

function pair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    secret: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    open: String(publicKey.export({ type: 'spki', format: 'pem' })),
  };
}

let started: Promise<void> | undefined;

/** The two public keys, where the signing package looks for them. */
function startParameterStore(): Promise<void> {
  const values: Readonly<Record<string, string>> = {
    '/convener/test/registration/attendee-public-key': keys.attendee.open,
    '/convener/test/organisers/session-public-key': keys.organiser.open,
  };
  started ??= new Promise((resolve) => {
    const server = createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
      const { Name }: { Name: string } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const Value = values[Name];
      outgoing.writeHead(Value ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      outgoing.end(JSON.stringify(Value ? { Parameter: { Name, Value } } : { __type: 'ParameterNotFound' }));
    });
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      const address = server.address();
      if (typeof address === 'object' && address) process.env.AWS_ENDPOINT_URL_SSM = `http://127.0.0.1:${address.port}`;
      Object.assign(process.env, { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
      resolve();
    });
  });
  return started;
}
