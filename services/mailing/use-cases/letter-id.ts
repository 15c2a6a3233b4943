import { createHash } from 'node:crypto';

/** An id that follows from its causes: the same causes, the same letter or mailing, however often they are told. */
export function idFrom(prefix: 'let' | 'mlg', ...causes: readonly string[]): string {
  return `${prefix}_${createHash('sha256').update(causes.join('\n')).digest('base64url').slice(0, 22)}`;
}
