import type { Stack } from './stack/model.ts';

/** Every part of the local cloud starts with a function that returns one of these; stopping twice is harmless. */
export interface Part {
  stop(): Promise<void>;
}

/** Who makes an AWS call: a function under its role, or the machine's own administrator (sample loader, tests, status page). */
export type Caller =
  | { readonly kind: 'function'; readonly functionName: string; readonly roleArn: string }
  | { readonly kind: 'administrator' };

/** One call of AWS's own protocols, as it came in at the gateway. */
export interface AwsRequest {
  /** Signing name from the credential scope: dynamodb, sqs, s3, events, ses, lambda, ssm, kms, secretsmanager, scheduler. */
  readonly service: string;
  /** The operation as the service's API names it: TransactWriteItems, SendMessageBatch, GetObject, PutEvents, SendRawEmail, Invoke, … */
  readonly action: string;
  readonly method: string;
  /** Path and query as received. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly caller: Caller;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** A service of AWS that the local cloud speaks itself. The gateway has checked identity and policy before it calls. */
export interface AwsService {
  handle(request: AwsRequest): Promise<AwsResponse>;
}

/** The result of one invocation of a function in its worker. */
export type InvocationResult =
  | { readonly kind: 'answered'; readonly payload: unknown; readonly milliseconds: number; readonly cold: boolean }
  | { readonly kind: 'failed'; readonly errorType: string; readonly message: string; readonly milliseconds: number };

/** The door to the functions: everything that triggers one (HTTP API, streams, queues, schedules, Invoke) goes through it. */
export interface Functions extends Part {
  invoke(functionName: string, payload: unknown): Promise<InvocationResult>;
}

/** Time for sweeps, lifetimes, schedules and visibility; tests own it. */
export interface Clock {
  now(): Date;
}

/** What happens, told once and read by the status page, the tests and the IAM coverage check. */
export type Happening =
  | {
      readonly kind: 'invocation';
      readonly at: string;
      readonly functionName: string;
      readonly milliseconds: number;
      readonly cold: boolean;
      readonly trigger: string;
      readonly outcome: 'ok' | 'failed';
      readonly message?: string;
    }
  | {
      readonly kind: 'domain-event';
      readonly at: string;
      readonly bus: string;
      readonly source: string;
      readonly detailType: string;
      readonly id: string;
      readonly matchedRules: readonly string[];
    }
  | {
      readonly kind: 'call';
      readonly at: string;
      readonly caller: string;
      readonly service: string;
      readonly action: string;
      readonly resource: string;
      readonly outcome: 'allowed' | 'denied' | 'faulted';
    }
  | { readonly kind: 'mail'; readonly at: string; readonly messageId: string }
  | { readonly kind: 'log'; readonly at: string; readonly functionName: string; readonly line: string };

export interface Journal {
  tell(happening: Happening): void;
  /** The newest first, at most `limit`. */
  recent(kind: Happening['kind'], limit: number): readonly Happening[];
  /** Every distinct function, service and action that was allowed or denied since the start. */
  callsMade(): readonly { readonly caller: string; readonly service: string; readonly action: string; readonly outcome: string }[];
  subscribe(listener: (happening: Happening) => void): () => void;
}

/** What every part is given. */
export interface Surroundings {
  readonly stack: Stack;
  /** Absolute folder for this part's state; survives restarts. */
  readonly dataFolder: string;
  /** http://127.0.0.1:<port> of the AWS gateway, for functions and SDK clients. */
  readonly gatewayUrl: string;
  /** The address people open, for example http://127.0.0.1:3000. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly journal: Journal;
}
