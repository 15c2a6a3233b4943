import { resolveDynamicReferences, type Secrets } from './dynamic-references.ts';
import { isRecord, StackProblem } from './template.ts';

/** What an expression may ask of the template it stands in. */
export interface Lookup {
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): string;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
  readonly secrets: Secrets;
}

/** Ref of AWS::NoValue: the property or list entry that holds it does not exist. */
export const noValue = Symbol('AWS::NoValue');

/** Resolves every intrinsic function in a value; an unknown one is an error, never passed on as it is. */
export function resolveValue(value: unknown, lookup: Lookup): unknown {
  if (typeof value === 'string') return resolveDynamicReferences(value, lookup.secrets);
  if (Array.isArray(value)) return value.map((entry) => resolveValue(entry, lookup)).filter((entry) => entry !== noValue);
  if (!isRecord(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::')))
    return callIntrinsic(name, value[name], lookup);
  const resolved = Object.entries(value).map(([key, entry]) => [key, resolveValue(entry, lookup)] as const);
  return Object.fromEntries(resolved.filter(([, entry]) => entry !== noValue));
}

/** Resolves a condition of the template (`Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not`, `Condition`). */
export function resolveCondition(value: unknown, lookup: Lookup): boolean {
  if (!isRecord(value)) throw new StackProblem(`A condition must be an object, but it is ${JSON.stringify(value)}.`);
  const [name, argument] = Object.entries(value)[0] ?? [];
  const parts = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Condition':
      return lookup.condition(String(argument));
    case 'Fn::Equals':
      return text(resolveValue(parts[0], lookup), name) === text(resolveValue(parts[1], lookup), name);
    case 'Fn::And':
      return parts.every((part) => resolveCondition(part, lookup));
    case 'Fn::Or':
      return parts.some((part) => resolveCondition(part, lookup));
    case 'Fn::Not':
      return !resolveCondition(parts[0], lookup);
    default:
      throw new StackProblem(`The condition function ${name} is not known to the local cloud.`);
  }
}

type Intrinsic = (argument: unknown, lookup: Lookup) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, lookup) => lookup.ref(String(argument)),
  'Fn::GetAtt': (argument, lookup) => {
    const [logicalId, ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
    return lookup.attribute(String(logicalId), attribute.map((part) => text(resolveValue(part, lookup), 'Fn::GetAtt')).join('.'));
  },
  'Fn::Sub': substitute,
  'Fn::Join': (argument, lookup) => {
    const [separator, parts] = pair(argument, 'Fn::Join');
    return list(resolveValue(parts, lookup), 'Fn::Join')
      .map((part) => text(part, 'Fn::Join'))
      .join(String(separator));
  },
  'Fn::Select': (argument, lookup) => {
    const [index, parts] = pair(argument, 'Fn::Select');
    const chosen = list(resolveValue(parts, lookup), 'Fn::Select')[Number(resolveValue(index, lookup))];
    if (chosen === undefined) throw new StackProblem(`Fn::Select: there is no entry ${index} in ${JSON.stringify(parts)}.`);
    return chosen;
  },
  'Fn::Split': (argument, lookup) => {
    const [separator, whole] = pair(argument, 'Fn::Split');
    return text(resolveValue(whole, lookup), 'Fn::Split').split(String(separator));
  },
  'Fn::If': (argument, lookup) => {
    const [condition, whenTrue, whenFalse] = list(argument, 'Fn::If');
    return resolveValue(lookup.condition(String(condition)) ? whenTrue : whenFalse, lookup);
  },
  'Fn::Base64': (argument, lookup) => Buffer.from(text(resolveValue(argument, lookup), 'Fn::Base64')).toString('base64'),
  'Fn::FindInMap': (argument, lookup) => {
    const [map, first, second] = list(resolveValue(argument, lookup), 'Fn::FindInMap');
    return lookup.mapping(String(map), String(first), String(second));
  },
};

function callIntrinsic(name: string, argument: unknown, lookup: Lookup): unknown {
  const intrinsic = intrinsics[name];
  if (!intrinsic) throw new StackProblem(`The intrinsic function ${name} is not known to the local cloud.`);
  const result = intrinsic(argument, lookup);
  return typeof result === 'string' ? resolveDynamicReferences(result, lookup.secrets) : result;
}

function substitute(argument: unknown, lookup: Lookup): string {
  const [pattern, given] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isRecord(given) ? given : {};
  return text(pattern, 'Fn::Sub').replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in own) return text(resolveValue(own[name], lookup), 'Fn::Sub');
    const dot = name.indexOf('.');
    return text(dot < 0 ? lookup.ref(name) : lookup.attribute(name.slice(0, dot), name.slice(dot + 1)), 'Fn::Sub');
  });
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new StackProblem(`${where} needs text, but got ${JSON.stringify(value)}.`);
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new StackProblem(`${where} needs a list, but got ${JSON.stringify(value)}.`);
}

function pair(value: unknown, where: string): readonly [unknown, unknown] {
  const [first, second] = list(value, where);
  return [first, second];
}
