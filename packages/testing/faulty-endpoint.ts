import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { contentionWatch, itemsTouched } from './contention.ts';
import { type Fault, faultAnswer } from './fault-answers.ts';
import { seededRandom } from './random.ts';

/** When a fault strikes. Every condition that is given must hold; with none, it strikes on every call. */
export interface FaultRule {
  readonly fault: Fault;
  /** For example `TransactWriteItems`; any action unless said. */
  readonly action?: string;
  /** Strikes in this share of the matching calls, by the seed. */
  readonly share?: number;
  /** Strikes on these matching calls, counted from 1. */
  readonly calls?: readonly number[];
  /** Strikes where the parsed request fits. */
  readonly when?: (request: unknown) => boolean;
}

export interface FaultyEndpoint {
  readonly endpoint: string;
  /** What was struck so far, in order. */
  readonly struck: readonly { readonly action: string; readonly fault: Fault['kind'] }[];
  /** Calls that reached the engine, by action. */
  carriedOut(action: string): number;
  stop(): Promise<void>;
}

/**
 * A DynamoDB endpoint that lies between a client and the engine and fails as AWS does, at the level of the protocol. The same
 * seed and the same order of calls give the same faults.
 */
export async function faultyEndpoint(endpoint: string, rules: readonly FaultRule[], seed = 1): Promise<FaultyEndpoint> {
  const random = seededRandom(seed);
  const struck: { action: string; fault: Fault['kind'] }[] = [];
  const carried = new Map<string, number>();
  const matches = new Map<FaultRule, number>();
  const contention = contentionWatch();

  const strikes = (rule: FaultRule, action: string, request: unknown): boolean => {
    if (rule.action !== undefined && rule.action !== action) return false;
    if (rule.when?.(request) === false) return false;
    const count = (matches.get(rule) ?? 0) + 1;
    matches.set(rule, count);
    if (rule.calls !== undefined && !rule.calls.includes(count)) return false;
    return rule.share === undefined || random.chance(rule.share);
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const action = actionOf(incoming);
    const request: unknown = JSON.parse(body.toString('utf8') || '{}');
    const fault = rules.find((rule) => strikes(rule, action, request))?.fault;
    const note = (kind: Fault['kind']) => struck.push({ action, fault: kind });

    const carryOut = async (): Promise<Response> => {
      carried.set(action, (carried.get(action) ?? 0) + 1);
      return fetch(endpoint, { method: 'POST', headers: headersFor(incoming), body: new Uint8Array(body) });
    };

    switch (fault?.kind) {
      case undefined:
        return answer(outgoing, await carryOut());
      case 'delay':
        note('delay');
        await pause(fault.milliseconds);
        return answer(outgoing, await carryOut());
      case 'lost-reply':
        note('lost-reply');
        await (await carryOut()).arrayBuffer();
        outgoing.socket?.destroy();
        return;
      case 'lost-request':
        note('lost-request');
        outgoing.socket?.destroy();
        return;
      case 'contention': {
        const entered = contention.enter(action, itemsTouched(request));
        if (entered.kind === 'conflict') {
          note('contention');
          return refuse(outgoing, faultAnswer({ kind: 'conflict' }, action, request));
        }
        try {
          const reply = await carryOut();
          await pause(fault.holdMilliseconds ?? 0);
          return await answer(outgoing, reply);
        } finally {
          entered.leave();
        }
      }
      case 'throttle':
      case 'conflict':
      case 'outage':
        note(fault.kind);
        return refuse(outgoing, faultAnswer(fault, action, request));
    }
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.socket?.destroy());
  });
  const port = await listen(server);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    struck,
    carriedOut: (action) => carried.get(action) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function actionOf(incoming: IncomingMessage): string {
  const target = String(incoming.headers['x-amz-target'] ?? '');
  return target.slice(target.indexOf('.') + 1);
}

function headersFor(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of ['content-type', 'x-amz-target', 'authorization', 'x-amz-date']) {
    const value = incoming.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function answer(outgoing: ServerResponse, reply: Response): Promise<void> {
  const body = Buffer.from(await reply.arrayBuffer());
  const checksum = reply.headers.get('x-amz-crc32');
  outgoing.writeHead(reply.status, {
    'content-type': reply.headers.get('content-type') ?? 'application/x-amz-json-1.0',
    ...(checksum !== null && { 'x-amz-crc32': checksum }),
  });
  outgoing.end(body);
}

function refuse(outgoing: ServerResponse, refusal: { readonly status: number; readonly body: unknown }): void {
  outgoing.writeHead(refusal.status, { 'content-type': 'application/x-amz-json-1.0' });
  outgoing.end(JSON.stringify(refusal.body));
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The faulty endpoint got no port.'));
    });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
