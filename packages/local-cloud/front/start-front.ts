import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Functions, Part, Surroundings } from '../part.ts';
import { MAXIMUM_BODY_BYTES } from './api-origin.ts';
import type { BucketReader } from './bucket-origin.ts';
import { distribution } from './distribution.ts';
import type { EdgeCacheMode } from './edge-cache.ts';
import { type FrontAnswer, type FrontRequest, headerList, headerOf, plainPage } from './http-message.ts';
import { LOCAL_PREFIX, type LocalPages } from './local-pages.ts';
import { readBody } from './request-body.ts';

export interface FrontOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly bucketReader: BucketReader;
  readonly localPages?: LocalPages;
  /** How long the HTTP API waits for a function; AWS waits thirty seconds. */
  readonly integrationMilliseconds?: number;
  /** What the edge keeps; `when-failing` unless said. */
  readonly edgeCache?: EdgeCacheMode;
}

/** CloudFront and the HTTP API on one port of 127.0.0.1, with the local cloud's own pages below `/_local/`. */
export async function startFront(
  surroundings: Surroundings,
  functions: Functions,
  options: FrontOptions,
): Promise<Part & { readonly port: number }> {
  const { bucketReader, localPages, integrationMilliseconds = 30_000, edgeCache = 'when-failing' } = options;
  const distribute = distribution(surroundings, functions, { bucketReader, integrationMilliseconds, edgeCache });
  const home = new URL(surroundings.baseUrl);

  const answer = async (incoming: IncomingMessage, response: ServerResponse, request: FrontRequest): Promise<void> => {
    const elsewhere = wrongHost(request, home);
    if (elsewhere !== undefined) return send(elsewhere, request.method, response);
    if (localPages !== undefined && request.path.startsWith(LOCAL_PREFIX)) return answerLocally(localPages, request, incoming, response);
    send(await distribute(request, () => readBody(incoming, MAXIMUM_BODY_BYTES)), request.method, response);
  };
  const server = createServer((incoming, response) => {
    const request = frontRequest(incoming);
    answer(incoming, response, request).catch((error: unknown) => fail(error, request, response, surroundings));
  });
  await listen(server, options.port);
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : options.port, stop: () => close(server) };
}

function frontRequest(incoming: IncomingMessage): FrontRequest {
  const url = incoming.url ?? '/';
  const at = url.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: at < 0 ? url : url.slice(0, at),
    query: at < 0 ? '' : url.slice(at + 1),
    headers: headerList(incoming.rawHeaders),
    ip: incoming.socket.remoteAddress ?? '127.0.0.1',
  };
}

/**
 * A distribution answers to its own names only, which also keeps other sites from reaching this machine by a name of theirs.
 * Another name of this machine leads to the one address on which links, cookies and sign-in agree.
 */
function wrongHost({ method, path, query, headers }: FrontRequest, home: URL): FrontAnswer | undefined {
  const host = headerOf(headers, 'host') ?? '';
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  if (name === home.hostname || name === '127.0.0.1') return undefined;
  const here = name === 'localhost' || name === '[::1]';
  if (!here || (method !== 'GET' && method !== 'HEAD')) return plainPage(403, 'Not here', 'No site answers at this name.');
  const location = `${home.origin}${path}${query === '' ? '' : `?${query}`}`;
  return { status: 302, headers: [['location', location]], body: new Uint8Array() };
}

async function answerLocally(pages: LocalPages, request: FrontRequest, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  if ((await pages.handleRaw?.(incoming, response)) === true) return;
  const body = await readBody(incoming, MAXIMUM_BODY_BYTES);
  if (body === undefined) return send(plainPage(413, 'Too large', 'The body is larger than 10 MB.'), request.method, response);
  const answer = await pages.handle({
    method: request.method,
    path: request.path,
    query: new URLSearchParams(request.query),
    headers: Object.fromEntries(request.headers.map(([name]) => [name, headerOf(request.headers, name) ?? ''])),
    body,
  });
  const given = answer && { status: answer.status, headers: Object.entries(answer.headers), body: Buffer.from(answer.body) };
  send(given ?? plainPage(404, 'Not found', 'The local cloud has no such page.'), request.method, response);
}

function send({ status, headers, body }: FrontAnswer, method: string, response: ServerResponse): void {
  const bodiless = status === 204 || status === 304 || status < 200;
  const flat = headers.flat();
  response.writeHead(status, bodiless ? flat : [...flat, 'content-length', String(body.byteLength)]);
  response.end(bodiless || method === 'HEAD' ? undefined : body);
}

function fail(error: unknown, request: FrontRequest, response: ServerResponse, { journal, clock }: Surroundings): void {
  journal.tell({ kind: 'log', at: clock.now().toISOString(), functionName: 'front', line: `the edge failed: ${String(error)}` });
  const page = plainPage(502, 'The page cannot be shown', 'Something failed between the edge and the function.');
  if (response.headersSent) response.destroy();
  else send(page, request.method, response);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

/** Lets running requests finish for a moment, then ends every connection; closing twice is harmless. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}
