import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { AwsRequest, AwsResponse, AwsService } from '../part.ts';

/** What AWS would answer as an error; `type` is the name that SDKs give the exception. */
export class AwsRefusal extends Error {
  override readonly name = 'AwsRefusal';
  readonly type: string;
  /** SQS's older code of the same error, which its SDKs read from a header. */
  readonly queryCode: string | undefined;

  constructor(type: string, message: string, queryCode?: string) {
    super(message);
    this.type = type;
    this.queryCode = queryCode;
  }
}

/** One action of a JSON service: what it takes, and what it does. */
export interface JsonAction {
  run(body: unknown): unknown | Promise<unknown>;
}

export function jsonAction<Schema extends z.ZodMiniType>(
  schema: Schema,
  run: (input: z.infer<Schema>) => unknown | Promise<unknown>,
): JsonAction {
  return {
    run(body) {
      const input = schema.safeParse(body);
      if (!input.success) throw new AwsRefusal('ValidationException', z.prettifyError(input.error));
      return run(input.data);
    },
  };
}

/** A service of AWS's JSON protocols, 1.0 (SQS) or 1.1 (EventBridge). */
export function jsonService(version: '1.0' | '1.1', actions: Readonly<Record<string, JsonAction>>): AwsService {
  const headers = () => ({ 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': randomUUID() });
  return {
    async handle(request): Promise<AwsResponse> {
      try {
        const action = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined;
        if (action === undefined) throw new AwsRefusal('UnknownOperationException', `${request.action} does not run on one machine.`);
        const output = await action.run(bodyOf(request));
        return { status: 200, headers: headers(), body: JSON.stringify(output ?? {}) };
      } catch (problem) {
        if (!(problem instanceof AwsRefusal)) throw problem;
        return {
          status: 400,
          headers: { ...headers(), ...(problem.queryCode !== undefined && { 'x-amzn-query-error': `${problem.queryCode};Sender` }) },
          body: JSON.stringify({ __type: problem.type, message: problem.message }),
        };
      }
    },
  };
}

function bodyOf(request: AwsRequest): unknown {
  const text = new TextDecoder().decode(request.body);
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new AwsRefusal('SerializationException', 'The body is not JSON.');
  }
}
