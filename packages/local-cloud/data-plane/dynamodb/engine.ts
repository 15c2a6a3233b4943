import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { type HttpReply, keepAliveClient } from '../http-client.ts';

/** A DynamoDB engine in a child process of its own, listening on 127.0.0.1 only. */
export interface Engine {
  /** http://127.0.0.1:<port>, for SDK clients that need nothing but the engine. */
  readonly endpoint: string;
  /** Carries a request as it came and gives the reply as it was, headers and checksum included. */
  forward(headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<HttpReply>;
  /** One call of the JSON protocol, for example `DynamoDB_20120810.DescribeTable`. Throws EngineRefusal. */
  call(target: string, input: unknown): Promise<unknown>;
  /** Ends the process; every write it acknowledged is on disk. Harmless a second time. */
  stop(): Promise<void>;
}

/** The engine said no. `type` is the short name, for example ResourceNotFoundException. */
export class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal';
  readonly type: string;

  constructor(type: string, message: string) {
    super(`${type}: ${message}`);
    this.type = type;
  }
}

// The engine must not outlive us, however we end: its watcher ends it when our end of the pipe closes, which also happens on SIGKILL.
const endWithUs = [
  'exec 3<&0',
  '"$0" "$@" & engine=$!',
  '(cat <&3; kill "$engine") >/dev/null 2>&1 & watcher=$!',
  'wait "$engine"; code=$?',
  'kill "$watcher" 2>/dev/null',
  'exit "$code"',
].join('\n');

// The engine wants a credential and does not verify it.
const anyCredential = 'AWS4-HMAC-SHA256 Credential=local/20200101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

const startTries = 5;
const readyWithinMilliseconds = 30_000;

/** Starts an engine over one SQLite file, or in memory. Throws an Error that says what is wrong with the machine or the file. */
export async function startEngineProcess(settings: { readonly databaseFile: string | undefined }): Promise<Engine> {
  const binary = engineBinary();
  let lastReason = '';
  for (let tries = 0; tries < startTries; tries += 1) {
    const port = await freePort();
    const file = settings.databaseFile === undefined ? [] : ['--db-path', settings.databaseFile];
    const child = spawn('/bin/sh', ['-c', endWithUs, binary, '--host', '127.0.0.1', '--port', String(port), ...file], {
      stdio: ['pipe', 'ignore', 'pipe'],
      // A group of its own: Ctrl-C in a terminal must reach us alone, so that what is under way can finish first.
      detached: true,
    });
    const outcome = await readyOrEnded(child, port);
    if (outcome.kind === 'ready') return engineOf(child, port);
    lastReason = outcome.reason;
    if (!/address.*in use/i.test(lastReason)) break;
  }
  throw new Error(whyItDidNotStart(lastReason, settings.databaseFile));
}

function whyItDidNotStart(reason: string, databaseFile: string | undefined): string {
  if (databaseFile !== undefined && /not a valid SQLite database|malformed|corrupt/i.test(reason)) {
    return `The local database ${databaseFile} is damaged and cannot be opened. Restore it from a copy, or delete its folder to begin with empty tables.`;
  }
  return `The local DynamoDB engine did not start: ${reason || 'it gave no reason'}.`;
}

function engineBinary(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');
  } catch (cause) {
    throw new Error(
      'The local DynamoDB engine is not installed. It comes as an optional package for Linux on x64; run npm install on such a machine.',
      { cause },
    );
  }
}

type StartOutcome = { readonly kind: 'ready' } | { readonly kind: 'ended'; readonly reason: string };

async function readyOrEnded(child: ChildProcess, port: number): Promise<StartOutcome> {
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  let ended = false;
  const end = new Promise<StartOutcome>((resolve) => {
    const finish = () => {
      ended = true;
      resolve({ kind: 'ended', reason: complaints.join('').trim() });
    };
    child.once('error', (error) => {
      complaints.push(error.message);
      finish();
    });
    child.once('close', finish);
  });
  const client = keepAliveClient(port);
  const ready = async (): Promise<StartOutcome> => {
    const deadline = Date.now() + readyWithinMilliseconds;
    while (!ended && Date.now() < deadline) {
      const answers = await client.send({ method: 'GET', path: '/', headers: {}, body: new Uint8Array() }).then(
        () => true,
        () => false,
      );
      if (answers) return { kind: 'ready' };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    if (ended) return end;
    child.stdin?.end();
    return { kind: 'ended', reason: `it was not ready within ${readyWithinMilliseconds / 1000} seconds` };
  };
  const outcome = await Promise.race([ready(), end]);
  client.close();
  return outcome;
}

function engineOf(child: ChildProcess, port: number): Engine {
  const client = keepAliveClient(port);
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once('exit', () => resolve());
  });
  // Neither the process nor its pipes may keep a finished test run alive; the watcher ends the engine when we are gone.
  child.unref();
  unrefPipe(child.stdin);
  unrefPipe(child.stderr);

  const forward: Engine['forward'] = (headers, body) => client.send({ method: 'POST', path: '/', headers, body });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    forward,
    async call(target, input) {
      const body = new TextEncoder().encode(JSON.stringify(input));
      const reply = await forward(
        {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': target,
          authorization: anyCredential,
          'x-amz-date': '20200101T000000Z',
        },
        body,
      );
      const output: unknown = JSON.parse(new TextDecoder().decode(reply.body));
      if (reply.status === 200) return output;
      throw refusal(output);
    },
    async stop() {
      child.stdin?.end();
      if (!(await endsWithin(ended, 1500)) && child.pid !== undefined) killGroup(child.pid);
      client.close();
    },
  };
}

function refusal(output: unknown): EngineRefusal {
  const fields = typeof output === 'object' && output !== null ? new Map(Object.entries(output)) : new Map<string, unknown>();
  const type = String(fields.get('__type') ?? 'UnknownError');
  return new EngineRefusal(type.slice(type.indexOf('#') + 1), String(fields.get('message') ?? fields.get('Message') ?? ''));
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}

function unrefPipe(pipe: object | null): void {
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
}

async function endsWithin(ended: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const inTime = await Promise.race([ended.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('The machine gave no free port.'));
      });
    });
  });
}
