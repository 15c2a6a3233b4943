import type { IncomingMessage, ServerResponse } from 'node:http';

/** Addresses of the local cloud's own (mailbox, sign-in, status), which no deployed stack has. */
export const LOCAL_PREFIX = '/_local/';

export interface LocalRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface LocalAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export interface LocalPages {
  handle(request: LocalRequest): Promise<LocalAnswer | undefined>;
  /** Asked first, with Node's own objects; true means that the answer is given or under way. */
  handleRaw?(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}
