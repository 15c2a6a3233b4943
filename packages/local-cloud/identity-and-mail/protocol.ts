import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { AwsRequest, AwsResponse } from '../part.ts';

/** An answer that AWS would give as an error: `code` is what SDKs turn into the error's name. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

/** Thrown instead of an answer: whoever holds the socket must cut it, so that the caller sees a connection reset. */
export class ConnectionCut extends Error {
  constructor() {
    super('the connection is cut on purpose');
    this.name = 'ConnectionCut';
  }
}

/** The old "query" protocol of SES and STS: a form in, XML out. */
export function formOf(request: AwsRequest): URLSearchParams {
  return new URLSearchParams(Buffer.from(request.body).toString('utf8'));
}

/** Values of a list parameter (`Destinations.member.1`, …) in order. */
export function listOf(form: URLSearchParams, name: string): string[] {
  const found: string[] = [];
  for (let at = 1; ; at += 1) {
    const value = form.get(`${name}.member.${at}`);
    if (value === null) return found;
    found.push(value);
  }
}

export function xmlText(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function xmlAnswer(namespace: string, action: string, result: string): AwsResponse {
  const body =
    `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

export function xmlRefusal(namespace: string, refusal: Refusal): AwsResponse {
  const type = refusal.status < 500 ? 'Sender' : 'Receiver';
  const body =
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${xmlText(refusal.code)}</Code>` +
    `<Message>${xmlText(refusal.message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return { status: refusal.status, headers: { 'content-type': 'text/xml' }, body };
}

/** One action of a JSON 1.1 service: a schema for what comes in, and what to do with it. */
export interface JsonAction {
  run(input: unknown): Promise<unknown>;
}

export function action<T>(schema: z.ZodMiniType<T>, run: (input: T) => Promise<unknown>): JsonAction {
  return {
    run(input) {
      const read = schema.safeParse(input);
      if (!read.success) throw new Refusal('ValidationException', z.prettifyError(read.error));
      return run(read.data);
    },
  };
}

const jsonHeaders = { 'content-type': 'application/x-amz-json-1.1' };

export async function answerJson(request: AwsRequest, actions: Readonly<Record<string, JsonAction>>): Promise<AwsResponse> {
  try {
    const known = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined;
    if (known === undefined) {
      throw new Refusal('UnknownOperationException', `${request.service}:${request.action} is not spoken on one machine`);
    }
    const text = Buffer.from(request.body).toString('utf8');
    const answer = await known.run(text === '' ? {} : JSON.parse(text));
    return { status: 200, headers: jsonHeaders, body: JSON.stringify(answer ?? {}) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { status: problem.status, headers: jsonHeaders, body: JSON.stringify({ __type: problem.code, message: problem.message }) };
  }
}
