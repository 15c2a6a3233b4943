import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Units {
  readonly read: number;
  readonly write: number;
}

export interface CountingProxy {
  readonly url: string;
  /** Units since the last time it was asked, as the engine itself accounts for them. */
  take(): Units;
  stop(): void;
}

/** Rate-limit counters are counted apart, as the target says. */
const counter = 'VIEWER#';
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** Lies before the gateway, asks for the consumed capacity of every DynamoDB call, and adds it up. */
export async function countingProxy(gatewayUrl: string): Promise<CountingProxy> {
  let units = { read: 0, write: 0 };
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await bodyOf(incoming);
    const action = /^DynamoDB_\d+\.(\w+)$/.exec(String(incoming.headers['x-amz-target'] ?? ''))?.[1];
    const sent = action ? Buffer.from(JSON.stringify({ ...JSON.parse(body.toString('utf8')), ReturnConsumedCapacity: 'TOTAL' })) : body;
    const answer = await carry(gatewayUrl, incoming, sent);
    if (action) {
      const consumed = unitsIn(answer.body);
      if (!body.includes(counter))
        units = writes.has(action) ? { ...units, write: units.write + consumed } : { ...units, read: units.read + consumed };
    }
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    take: () => {
      const taken = units;
      units = { read: 0, write: 0 };
      return taken;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

function carry(gatewayUrl: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const headers = { ...incoming.headers, host: new URL(gatewayUrl).host, 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const outgoing = forward(gatewayUrl + incoming.url, { method: incoming.method, headers }, (answer) => {
      bodyOf(answer).then((received) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: received }), reject);
    });
    outgoing.on('error', reject).end(body);
  });
}

function unitsIn(body: Buffer): number {
  const { ConsumedCapacity: consumed } = JSON.parse(body.toString('utf8') || '{}');
  const list: readonly { readonly CapacityUnits?: number }[] = Array.isArray(consumed) ? consumed : consumed ? [consumed] : [];
  return list.reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
}
