import { Logger } from '@aws-lambda-powertools/logger';
import type { Catalogue, LogCode } from './catalogue.ts';

export type Level = 'info' | 'warn' | 'error';

const logger = new Logger();

/** Writes one line of the catalogue. */
export function log<C extends LogCode>(level: Level, code: C, facts: Catalogue[C]): void {
  logger[level](code, { facts });
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
