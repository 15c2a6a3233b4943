import { Agent, request } from 'node:http';

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface HttpClient {
  send(call: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
  }): Promise<HttpReply>;
  close(): void;
}

/** Headers that speak of one connection and must not be carried to the next. */
const ofTheConnection = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect', 'upgrade', 'te']);

/** An HTTP client for one port of 127.0.0.1 that keeps its connections and passes bytes and headers on as they are. */
export function keepAliveClient(port: number): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const outgoing = request({ host: '127.0.0.1', port, method, path, agent, headers: carried(headers, body) }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.once('error', reject);
          incoming.once('end', () => {
            resolve({ status: incoming.statusCode ?? 502, headers: singleValued(incoming.headers), body: Buffer.concat(chunks) });
          });
        });
        outgoing.once('error', reject);
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function carried(headers: Readonly<Record<string, string>>, body: Uint8Array): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ofTheConnection.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), 'content-length': String(body.byteLength) };
}

function singleValued(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !ofTheConnection.has(name)) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
