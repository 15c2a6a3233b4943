import type { PolicyStatement } from '../stack/model.ts';
import { matchesWildcard } from './wildcard.ts';

/** The condition keys of one call with their values. A key that is absent has no entry. */
export type Context = Readonly<Record<string, readonly string[]>>;

type Compare = (expected: string, actual: string) => boolean;

const positive: Readonly<Record<string, Compare>> = {
  StringEquals: (expected, actual) => expected === actual,
  StringEqualsIgnoreCase: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
  StringLike: matchesWildcard,
  ArnEquals: matchesWildcard,
  ArnLike: matchesWildcard,
  Bool: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
};

/** The negated operators, each with the one that it turns round. */
const negated: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

/** Condition keys that the gateway sets, or that AWS would set only for calls that cannot happen here. */
const knownKeys = [
  'aws:SecureTransport',
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:PrincipalIsAWSService',
  'aws:ResourceAccount',
  'aws:RequestedRegion',
  'aws:SourceArn',
  'aws:SourceAccount',
  'dynamodb:LeadingKeys',
  'dynamodb:Select',
  'events:source',
  'events:detail-type',
  'kms:CallerAccount',
  'kms:ViaService',
  'kms:EncryptionContext:*',
  'kms:GrantIsForAWSResource',
  's3:prefix',
  'ses:FromAddress',
  'ses:Recipients',
  'ssm:Overwrite',
];

interface Operator {
  readonly name: string;
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
}

function readOperator(written: string): Operator {
  const [, set, name = written, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  return { name, set: set === 'ForAllValues' || set === 'ForAnyValue' ? set : undefined, ifExists: ifExists !== undefined };
}

/** Says which conditions of a statement nobody here could evaluate: they are refused at the start rather than guessed at. */
export function unknownConditions(statement: PolicyStatement): readonly string[] {
  return Object.entries(statement.conditions).flatMap(([written, keys]) => {
    const { name } = readOperator(written);
    if (!(name in positive) && !(name in negated) && name !== 'Null') return [`the operator ${written}`];
    const variables = Object.values(keys)
      .flat()
      .filter((value) => value.includes('${'));
    const unknown = Object.keys(keys).filter((key) => !knownKeys.some((known) => matchesWildcard(known.toLowerCase(), key.toLowerCase())));
    return [...unknown.map((key) => `the condition key ${key}`), ...variables.map((value) => `the policy variable in ${value}`)];
  });
}

/** Whether every condition of the statement holds. */
export function conditionsHold(conditions: PolicyStatement['conditions'], context: Context): boolean {
  const lowered = new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]));
  return Object.entries(conditions).every(([written, keys]) =>
    Object.entries(keys).every(([key, expected]) => holds(readOperator(written), expected, lowered.get(key.toLowerCase()))),
  );
}

function holds(operator: Operator, expected: readonly string[], actual: readonly string[] | undefined): boolean {
  if (operator.name === 'Null') return expected.includes(String(actual === undefined));
  const opposite = negated[operator.name];
  const compare = positive[opposite ?? operator.name];
  if (!compare) return false;
  const one = (value: string) => expected.some((wanted) => compare(wanted, value)) !== (opposite !== undefined);
  if (operator.set === 'ForAllValues') return (actual ?? []).every(one);
  if (actual === undefined) return operator.ifExists || (opposite !== undefined && operator.set === undefined);
  return actual.some(one);
}
