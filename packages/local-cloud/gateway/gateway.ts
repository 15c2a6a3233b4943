import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ConnectionCut } from '../identity-and-mail/protocol.ts';
import type { AwsResponse, AwsService, Caller, Clock, Journal, Part } from '../part.ts';
import type { Stack } from '../stack/model.ts';
import { type Incoming, readOperation } from './action.ts';
import { throttled, transactionConflict } from './fault-answers.ts';
import { answerFaults } from './fault-door.ts';
import type { Faults } from './faults.ts';
import type { Evaluate } from './iam.ts';
import { type Listening, listen } from './listen.ts';
import { needsOf } from './needs/needs-of.ts';
import { accessDenied, awsError } from './refusals.ts';
import { readSignature } from './signature.ts';

/** The access key id under which everything is allowed: the sample loader, tests and the status page use it. */
export const administratorKey = 'administrator';

export interface GatewayParts {
  readonly stack: Stack;
  readonly evaluate: Evaluate;
  /** Filled as the parts start; a call for a service that is not there is refused. */
  readonly services: ReadonlyMap<string, AwsService>;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly clock: Clock;
  /** Kills the caller's worker, for the `crash` fault. */
  readonly crash: (functionName: string) => Promise<unknown>;
  /** Told what is denied or fails, each line once: a poller or a retry would fill the terminal. The journal has every call. */
  readonly log: (line: string) => void;
}

/** The connection is to be cut without an answer. */
const cut = Symbol('cut');
type Answer = AwsResponse | typeof cut;

/** The one address that every SDK client talks to: knows the caller, asks IAM, may inject a fault, and passes the call on. */
export async function startGateway(port: number, given: GatewayParts): Promise<Part & Listening> {
  const parts = { ...given, log: eachOnce(given.log) };
  const server = createServer((request, response) => {
    if (isFromBrowser(request))
      return send(response, awsError('', { status: 403, code: 'AccessDeniedException', message: 'Programs on this machine alone.' }));
    receive(request)
      .then((call) => (call.path === '/_faults' ? answerFaults(call, parts.faults) : answer(call, request.headers.authorization, parts)))
      .then((reply) => send(response, reply))
      .catch((error: unknown) => {
        if (error instanceof ConnectionCut) return send(response, cut);
        parts.log(`gateway: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        send(response, awsError('', { status: 500, code: 'InternalServerError', message: 'The local cloud failed; its log says why.' }));
      });
  });
  return listen(server, port);
}

function eachOnce(log: (line: string) => void): (line: string) => void {
  const said = new Set<string>();
  return (line) => {
    if (!said.has(line)) log(line);
    said.add(line);
  };
}

async function answer(unsigned: Incoming, authorization: string | undefined, parts: GatewayParts): Promise<Answer> {
  const signed = readSignature(authorization);
  if (!signed)
    return awsError('', { status: 403, code: 'MissingAuthenticationToken', message: 'The request must carry a SigV4 credential.' });
  const call = { ...unsigned, service: signed.service };
  const caller = callerOf(signed.accessKeyId, parts.stack);
  if (!caller)
    return awsError(call.service, { status: 403, code: 'UnrecognizedClientException', message: `Nobody here is ${signed.accessKeyId}.` });
  const operation = readOperation(call);
  const service = parts.services.get(call.service);
  if (!service || operation === undefined) {
    parts.log(
      `gateway: ${nameOf(caller)} asked ${call.service} for ${operation ?? `${call.method} ${call.path}`}, which nothing here answers`,
    );
    return awsError(call.service, {
      status: 400,
      code: 'UnknownOperationException',
      message: `The local cloud has no ${call.service} that answers this.`,
    });
  }
  return refused(call, caller, operation, parts) ?? carryOut({ call, caller, operation, service }, parts);
}

/** Refuses what the caller's role does not allow; everything that a call needs is told to the journal. */
function refused(call: Incoming, caller: Caller, operation: string, parts: GatewayParts): AwsResponse | undefined {
  for (const need of needsOf(operation, call, parts.stack)) {
    const [resource] = need.resources;
    const decision = caller.kind === 'function' ? parts.evaluate(caller.roleArn, need) : { kind: 'allowed' as const };
    tell(parts, caller, need.action, resource, decision.kind);
    if (decision.kind === 'denied') {
      parts.log(`denied: ${nameOf(caller)} may not ${need.action} on ${resource} (${decision.because})`);
      const who =
        caller.kind === 'function'
          ? `${caller.roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${caller.functionName}`
          : 'administrator';
      return accessDenied(call.service, who, need.action, resource, decision.because);
    }
  }
  return undefined;
}

interface Accepted {
  readonly call: Incoming;
  readonly caller: Caller;
  readonly operation: string;
  readonly service: AwsService;
}

async function carryOut({ call, caller, operation, service }: Accepted, parts: GatewayParts): Promise<Answer> {
  const proceed = () => service.handle({ ...call, action: operation, caller });
  const fault = caller.kind === 'function' ? parts.faults.strike(call.service, operation, caller.functionName) : undefined;
  if (!fault) return proceed();
  tell(parts, caller, `${call.service}:${operation}`, fault.kind, 'faulted');
  switch (fault.kind) {
    case 'throttle':
      return throttled(operation, call);
    case 'transaction-conflict':
      return transactionConflict(operation, call);
    case 'delay':
      await wait(fault.ms ?? 1000);
      return proceed();
    case 'lost-reply':
      await proceed();
      return cut;
    case 'crash':
      if (caller.kind === 'function') await parts.crash(caller.functionName);
      return cut;
  }
}

function tell(
  { journal, clock }: GatewayParts,
  caller: Caller,
  action: string,
  resource: string,
  outcome: 'allowed' | 'denied' | 'faulted',
): void {
  const [service = '', name = ''] = action.split(':', 2);
  journal.tell({ kind: 'call', at: clock.now().toISOString(), caller: nameOf(caller), service, action: name, resource, outcome });
}

function callerOf(accessKeyId: string, stack: Stack): Caller | undefined {
  if (accessKeyId === administratorKey) return { kind: 'administrator' };
  const known = stack.functions.find(({ name }) => name === accessKeyId);
  return known && { kind: 'function', functionName: known.name, roleArn: known.roleArn };
}

function nameOf(caller: Caller): string {
  return caller.kind === 'function' ? caller.functionName : caller.kind;
}

/** No page that happens to be open on this machine may reach in, neither by the address nor by a name of its own that leads here. */
function isFromBrowser({ headers }: IncomingMessage): boolean {
  return (
    headers.origin !== undefined || headers['sec-fetch-site'] !== undefined || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')
  );
}

async function receive(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
  return { service: '', method: request.method ?? 'GET', path: request.url ?? '/', headers, body: Buffer.concat(chunks) };
}

function send(response: ServerResponse, reply: Answer): void {
  if (reply === cut) {
    response.destroy();
    return;
  }
  const { 'content-length': _stated, ...headers } = reply.headers;
  const bodiless = response.req.method === 'HEAD';
  response.writeHead(reply.status, bodiless ? reply.headers : headers).end(bodiless ? undefined : reply.body);
}
