import type { Catalogue, LogCode } from './catalogue.ts';

export type Level = 'info' | 'warn' | 'error';

/**
 * Writes one line of the catalogue, as JSON. The lines of one request carry the same trace. Straight to the stream: Lambda's own console
 * would put text before the JSON, and CloudWatch's filters could not read it.
 */
export function log<C extends LogCode>(level: Level, code: C, facts: Catalogue[C]): void {
  const { SERVICE, _X_AMZN_TRACE_ID } = process.env;
  const line = {
    level: level.toUpperCase(),
    message: code,
    timestamp: new Date().toISOString(),
    service: SERVICE,
    trace: /Root=([^;]+)/.exec(_X_AMZN_TRACE_ID ?? '')?.[1],
    facts,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * What may be logged of an error: its name and where it happened. The message is left out, since an SDK's or a parser's message can
 * carry the very value that it stumbled over.
 */
export function errorFacts(error: unknown): { readonly errorName: string; readonly stack: string } {
  if (!(error instanceof Error)) return { errorName: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { errorName: error.name, stack: frames.slice(0, 8).join('\n') };
}
