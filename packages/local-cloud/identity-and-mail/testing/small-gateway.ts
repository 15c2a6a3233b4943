import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsRequest, AwsService } from '../../part.ts';
import { ConnectionCut } from '../protocol.ts';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on a free port of this machine until closed. */
export async function listen(handler: RequestListener): Promise<Listening> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Just enough of the gateway to let the real SDK clients speak to these services: no policies, every caller is the administrator. */
export function smallGateway(services: ReadonlyMap<string, AwsService>): Promise<Listening> {
  return listen((req, res) => {
    void answer(services, req, res);
  });
}

async function answer(services: ReadonlyMap<string, AwsService>, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const request = await awsRequest(req);
  const service = services.get(request.service);
  try {
    if (service === undefined) throw new ConnectionCut();
    const { status, headers, body } = await service.handle(request);
    res.writeHead(status, headers).end(body);
  } catch {
    res.destroy();
  }
}

async function awsRequest(req: IncomingMessage): Promise<AwsRequest> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(Buffer.from(part));
  const body = Buffer.concat(parts);
  const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
  const scope = /Credential=[^/]+\/[^/]+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
  const target = headers['x-amz-target']?.split('.').at(-1);
  return {
    service: scope,
    action: target ?? new URLSearchParams(body.toString()).get('Action') ?? '',
    method: req.method ?? 'GET',
    path: req.url ?? '/',
    headers,
    body,
    caller: { kind: 'administrator' },
  };
}

/** What every SDK client in these tests is made with. */
export function clientSettings(url: string): {
  endpoint: string;
  region: string;
  maxAttempts: number;
  credentials: { accessKeyId: string; secretAccessKey: string };
} {
  return { endpoint: url, region: 'eu-west-2', maxAttempts: 1, credentials: { accessKeyId: 'tests', secretAccessKey: 'tests' } };
}
