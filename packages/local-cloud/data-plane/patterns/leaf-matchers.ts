export type Scalar = string | number | boolean | null;
/** `undefined` is a field that is not there, or holds no plain value. */
export type Matcher = (value: Scalar | undefined) => boolean;

/** A pattern that this machine does not understand; better said at the start than matched wrongly later. */
export class UnknownPattern extends Error {
  override readonly name = 'UnknownPattern';
}

export function matcher(expected: unknown, path: string): Matcher {
  if (expected === null || typeof expected === 'string' || typeof expected === 'number' || typeof expected === 'boolean') {
    return (value) => value === expected;
  }
  const [operator, operand] = singleEntry(expected, path);
  switch (operator) {
    case 'exists':
      if (typeof operand !== 'boolean') throw wrongOperand(operator, path);
      return (value) => (value !== undefined) === operand;
    case 'prefix':
    case 'suffix':
    case 'equals-ignore-case':
    case 'wildcard':
      return text(operator, operand, path);
    case 'numeric':
      return numeric(operand, path);
    case 'anything-but':
      return anythingBut(operand, path);
    default:
      throw new UnknownPattern(`${path} uses "${operator}", which does not run on one machine`);
  }
}

function text(operator: string, operand: unknown, path: string): Matcher {
  const fits = textTest(operator, operand, path);
  return (value) => typeof value === 'string' && fits(value);
}

function textTest(operator: string, operand: unknown, path: string): (value: string) => boolean {
  if ((operator === 'prefix' || operator === 'suffix') && typeof operand === 'object') {
    const [inner, plain] = singleEntry(operand, path);
    if (inner !== 'equals-ignore-case' || typeof plain !== 'string') throw wrongOperand(operator, path);
    const fits = textTest(operator, plain.toLowerCase(), path);
    return (value) => fits(value.toLowerCase());
  }
  if (typeof operand !== 'string') throw wrongOperand(operator, path);
  switch (operator) {
    case 'prefix':
      return (value) => value.startsWith(operand);
    case 'suffix':
      return (value) => value.endsWith(operand);
    case 'equals-ignore-case':
      return (value) => value.toLowerCase() === operand.toLowerCase();
    case 'wildcard': {
      const expression = wildcard(operand, path);
      return (value) => expression.test(value);
    }
    default:
      throw new UnknownPattern(`${path} uses "${operator}", which does not run on one machine`);
  }
}

/** `*` stands for any characters; `\*` and `\\` for themselves. */
function wildcard(pattern: string, path: string): RegExp {
  if (pattern.replace(/\\[\\*]/g, '').includes('**')) throw new UnknownPattern(`${path} has two wildcards in a row`);
  const source = pattern.replace(/\\[\\*]|\*|[.+?^${}()|[\]\\]/g, (found) => {
    if (found === '*') return '.*';
    return found.length === 2 ? `\\${found.slice(1)}` : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 's');
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

function numeric(operand: unknown, path: string): Matcher {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) throw wrongOperand('numeric', path);
  const parts: ((value: number) => boolean)[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const sign: unknown = operand[at];
    const limit: unknown = operand[at + 1];
    const compare = typeof sign === 'string' && Object.hasOwn(comparisons, sign) ? comparisons[sign] : undefined;
    if (compare === undefined || typeof limit !== 'number') throw wrongOperand('numeric', path);
    parts.push((value) => compare(value, limit));
  }
  return (value) => typeof value === 'number' && parts.every((part) => part(value));
}

function anythingBut(operand: unknown, path: string): Matcher {
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand)) {
    const [operator, excluded] = singleEntry(operand, path);
    const tests = (Array.isArray(excluded) ? excluded : [excluded]).map((each: unknown) => textTest(operator, each, path));
    if (tests.length === 0) throw wrongOperand('anything-but', path);
    return (value) => value !== undefined && !(typeof value === 'string' && tests.some((fits) => fits(value)));
  }
  const excluded: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const plain = excluded.every((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean');
  if (excluded.length === 0 || !plain) throw wrongOperand('anything-but', path);
  return (value) => value !== undefined && !excluded.some((each) => each === value);
}

function singleEntry(value: unknown, path: string): [string, unknown] {
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const only = entries[0];
  if (entries.length !== 1 || only === undefined)
    throw new UnknownPattern(`${path} holds something that is neither a value nor one comparison`);
  return only;
}

function wrongOperand(operator: string, path: string): UnknownPattern {
  return new UnknownPattern(`${path}: "${operator}" is not used as EventBridge knows it`);
}
