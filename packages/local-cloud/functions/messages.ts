/** What a worker is born with: enough to load the handler, nothing that another function has. */
export interface Birth {
  readonly functionName: string;
  readonly functionArn: string;
  readonly codeFolder: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutMilliseconds: number;
  readonly clockOffsetMilliseconds: number;
}

/** From the local cloud to a worker. Payloads travel as JSON text, as they do in Lambda. */
export interface ToRuntime {
  readonly kind: 'invoke';
  readonly requestId: string;
  readonly payload: string;
  readonly clockOffsetMilliseconds: number;
}

/** From a worker to the local cloud, in the order in which it happened. */
export type FromRuntime =
  | { readonly kind: 'handling' }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'answered'; readonly payload: string }
  /** `fatal` means that the execution environment is of no further use. */
  | { readonly kind: 'failed'; readonly errorType: string; readonly message: string; readonly fatal: boolean };
