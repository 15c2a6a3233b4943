import type { BehaviourResource } from '../stack/model.ts';

/** CloudFront's patterns: `*` is any run of characters, `?` any one; letter case counts and a leading slash may be left out. */
export function matchesPattern(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/^(?![/*])/, '/')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(path);
}

/** The first that matches in the distribution's own order; the default behaviour comes after all others, wherever it is listed. */
export function behaviourFor(behaviours: readonly BehaviourResource[], path: string): BehaviourResource | undefined {
  const special = behaviours.find((one) => one.pathPattern !== '*' && matchesPattern(one.pathPattern, path));
  return special ?? behaviours.find((one) => one.pathPattern === '*');
}
