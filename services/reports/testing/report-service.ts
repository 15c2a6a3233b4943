import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { type EventFacts, exampleEventFacts, type Role } from '@convener/contracts';
import type { FreezeAnswer } from '@convener/contracts/calls';
import type { Table } from '@convener/dynamodb';
import { httpFunction, routeKey } from '@convener/http';
import { signSession } from '@convener/signing';
import { startEngine } from '@convener/testing';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ids, type OrganiseDependencies, type PressDependencies, rendering } from '../dependencies.ts';
import * as parts from '../handlers/part-handlers.ts';
import { publish } from '../handlers/press-handlers.ts';
import { preview, previewText, style } from '../handlers/preview-handlers.ts';
import { compose, overview } from '../handlers/report-handlers.ts';
import { reports } from '../service.ts';
import { factStore } from '../store/fact-store.ts';
import { reportStore } from '../store/report-store.ts';
import type { Files, Freeze, PublishedFile } from '../use-cases/ports.ts';

/** What the tests of this service start from: a made-up event, the real engine, a bucket and reflections that the test holds in its hand. */
export const now = new Date('2024-12-02T09:00:00.000Z');
export const baseUrl = 'https://events.example.org';
export const network = { name: 'Sample Network', timeZone: 'Europe/London', contact: '' };
export const actor = { kind: 'organiser', id: 'org_sample' } as const;

export function factsOf(changes: Partial<EventFacts> = {}): EventFacts {
  return { ...exampleEventFacts, ...changes };
}

/** A bucket in memory, with every write that was made to it. */
export function bucketInHand() {
  const kept = new Map<string, PublishedFile>();
  const written: string[] = [];
  const files: Files = {
    put: async (file) => {
      kept.set(file.key, file);
      written.push(file.key);
    },
  };
  return { files, kept, written, body: (key: string) => kept.get(key)?.body };
}

export type Frozen = Awaited<ReturnType<Freeze>>;

export function themed(...themes: readonly (readonly [label: string, prose: string])[]): Extract<FreezeAnswer, { kind: 'complete' }> {
  return {
    kind: 'complete',
    version: 'v1',
    themes: themes.map(([label, prose], position) => ({
      ...{ themeId: `thm_${position}`, label, prose, position },
      spread: { rooms: Math.min(4, position + 1), of: 6 },
    })),
  };
}

export async function freshTable(): Promise<Table> {
  const engine = await startEngine();
  const { name } = await engine.createTable(reports.tables.main);
  return { name, client: engine.clientFor({ maxAttempts: 5 }) };
}

/** A service over its own table, with an event whose facts have come. */
export async function reportService(facts: EventFacts | undefined = factsOf()) {
  const table = await freshTable();
  const bucket = bucketInHand();
  const reflections: { answer: Frozen } = {
    answer: themed(['Openness', 'Say what can change.'], ['Remuneration', 'Value people’s time.']),
  };
  const ports: OrganiseDependencies & PressDependencies = {
    ...rendering({ network, baseUrl }),
    ...{ network, baseUrl, ids },
    store: reportStore(table),
    files: bucket.files,
    freeze: async () => reflections.answer,
  };
  const keep = factStore(table);
  if (facts) await keep.keepFacts(facts, 2);
  return { table, bucket, reflections, ports, facts: keep, eventId: (facts ?? factsOf()).eventId };
}

export type ReportService = Awaited<ReturnType<typeof reportService>>;

export interface Visit {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Sent {
  readonly fields?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly roles?: readonly Role[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Visits pages as a browser or a program does, through the whole HTTP function. */
export async function visitorOf({ ports }: Pick<ReportService, 'ports'>, clock: () => Date = () => now) {
  const signIn = await organisersKey();
  const environment = {
    ...{ SERVICE: 'reports', STAGE: 'test', BASE_URL: baseUrl, ORIGIN_SECRET: 'edge', SECRET_PREFIX: '/convener/test' },
    NETWORK_NAME: network.name,
  };
  const shared = { service: reports, dependencies: () => ports, environment, clock };
  const organise = httpFunction({ ...shared, lambda: 'organise', handlers: { ...parts, overview, compose, preview, previewText, style } });
  const press = httpFunction({ ...shared, lambda: 'press', handlers: { publish } });
  return async (method: 'GET' | 'POST', path: string, sent: Sent = {}): Promise<Visit> => {
    const token = sent.roles?.length === 0 ? undefined : await signIn(sent.roles ?? ['organiser'], clock());
    // middy types its handler for every context; a Lambda's own is not needed here.
    const result: APIGatewayProxyStructuredResultV2 = await (path.endsWith('/publish') ? press : organise)(
      eventOf(method, path, sent, token),
      {} as never,
    );
    return {
      status: result.statusCode ?? 0,
      body: result.body ?? '',
      headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
    };
  };
}

export type Visitor = Awaited<ReturnType<typeof visitorOf>>;

function eventOf(method: string, path: string, sent: Sent, token: string | undefined): APIGatewayProxyEventV2 {
  const { key, params } = matched(method, path);
  const asJson = sent.json !== undefined;
  const body = asJson ? JSON.stringify(sent.json) : sent.fields && new URLSearchParams(sent.fields).toString();
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: '',
    headers: {
      'x-origin-secret': 'edge',
      accept: asJson ? 'application/json' : 'text/html',
      ...(method === 'POST' ? { origin: baseUrl } : {}),
      ...(body === undefined ? {} : { 'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded' }),
      ...sent.headers,
    },
    cookies: token === undefined ? [] : [`__Host-organiser=${token}`],
    pathParameters: params,
    requestContext: {
      ...{ accountId: '', apiId: '', domainName: '', domainPrefix: '', requestId: '', stage: '$default', time: '', timeEpoch: 0 },
      routeKey: key,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '198.51.100.1', userAgent: '' },
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

function matched(method: string, path: string): { readonly key: string; readonly params: Record<string, string> } {
  const given = path.split('/');
  for (const route of reports.routes) {
    const pattern = route.path.split('/');
    if (route.method !== method || pattern.length !== given.length) continue;
    const pairs = pattern.map((part, index) => [part, given[index] ?? ''] as const);
    if (!pairs.every(([part, value]) => part.startsWith('{') || part === value)) continue;
    const params = pairs.filter(([part]) => part.startsWith('{')).map(([part, value]) => [part.slice(1, -1), decodeURIComponent(value)]);
    return { key: routeKey(route), params: Object.fromEntries(params) };
  }
  throw new Error(`No route for ${method} ${path}.`);
}

let key: Promise<string> | undefined;

/** Signs organisers in: a key pair whose public half is all that SSM knows here. */
async function organisersKey(): Promise<(roles: readonly Role[], at: Date) => Promise<string>> {
  key ??= new Promise((resolve) => {
    const pair = generateKeyPairSync('ed25519');
    const value = String(pair.publicKey.export({ type: 'spki', format: 'pem' }));
    const server = createServer((_request, reply) => {
      reply.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ Parameter: { Value: value } }));
    });
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      const address = server.address();
      if (typeof address === 'object' && address) process.env.AWS_ENDPOINT_URL_SSM = `http://127.0.0.1:${address.port}`;
      Object.assign(process.env, { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
      resolve(String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })));
    });
  });
  const privateKey = await key;
  return (roles, at) => signSession({ kind: 'organiser', organiserId: 'org_sample', roles }, privateKey, at, 3600);
}
