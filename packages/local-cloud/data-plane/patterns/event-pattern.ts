import { type Matcher, matcher, type Scalar, UnknownPattern } from './leaf-matchers.ts';

export { UnknownPattern } from './leaf-matchers.ts';

/** Decides whether an event fits a rule or a filter. */
export type EventPattern = (event: unknown) => boolean;

/**
 * Compiles EventBridge's pattern language, which Lambda's filters use too: exact values, prefix, suffix, anything-but, numeric,
 * exists, equals-ignore-case, wildcard and $or. Throws UnknownPattern for whatever it does not know: nothing is half understood.
 */
export function eventPattern(pattern: unknown): EventPattern {
  if (!isRecord(pattern) || Object.keys(pattern).length === 0) throw new UnknownPattern('a pattern is an object with at least one field');
  return allFields(pattern, '');
}

function allFields(pattern: Readonly<Record<string, unknown>>, path: string): EventPattern {
  const parts = Object.entries(pattern).map(([name, expected]) => {
    if (name === '$or' && Array.isArray(expected)) return anyOf(expected, path);
    return field(name, expected, path === '' ? name : `${path}.${name}`);
  });
  return (event) => parts.every((part) => part(event));
}

function anyOf(alternatives: readonly unknown[], path: string): EventPattern {
  if (alternatives.length < 2) throw new UnknownPattern(`$or${path && ` at ${path}`} needs at least two alternatives`);
  const compiled = alternatives.map((alternative) => {
    if (!isRecord(alternative)) throw new UnknownPattern(`$or${path && ` at ${path}`} holds something that is not an object`);
    return allFields(alternative, path);
  });
  return (event) => compiled.some((fits) => fits(event));
}

function field(name: string, expected: unknown, path: string): EventPattern {
  if (Array.isArray(expected)) {
    if (expected.length === 0) throw new UnknownPattern(`${path} is an empty list`);
    const matchers = expected.map((each) => matcher(each, path));
    return (event) => within(event, name, (value) => matchers.some((fits) => fitsLeaf(fits, value)));
  }
  if (!isRecord(expected)) throw new UnknownPattern(`${path} is neither a list nor an object`);
  const nested = allFields(expected, path);
  // `exists: false` must hold where the parent is missing too, so what is absent is looked into as if it were empty.
  return (event) =>
    within(event, name, (value) => (Array.isArray(value) ? value.some((each) => nested(each)) : nested(isRecord(value) ? value : {})));
}

function within(event: unknown, name: string, fits: (value: unknown) => boolean): boolean {
  return fits(isRecord(event) && Object.hasOwn(event, name) ? event[name] : undefined);
}

/** Where the event holds a list, one element that fits is enough. */
function fitsLeaf(fits: Matcher, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 ? fits(undefined) : value.some((each) => isScalar(each) && fits(each));
  return fits(isScalar(value) ? value : undefined);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
