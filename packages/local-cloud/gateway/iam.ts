import type { KeyResource, PolicyStatement, ResourceStatement, RoleResource, Stack } from '../stack/model.ts';
import { StackProblem } from '../stack/template.ts';
import { conditionsHold, unknownConditions } from './conditions.ts';
import type { Need } from './needs/need.ts';
import { matchesWildcard } from './wildcard.ts';

export type Decision = { readonly kind: 'allowed' } | { readonly kind: 'denied'; readonly because: 'no grant' | 'an explicit deny' };

/** Decides, for the role with this ARN, whether it may do what a call needs. */
export type Evaluate = (roleArn: string, need: Need) => Decision;

/**
 * IAM for the roles and keys of one stack.
 * @throws StackProblem at once, for a condition or policy variable that this evaluation does not know.
 */
export function iamFor(stack: Stack): Evaluate {
  for (const role of stack.roles) refuseUnknown(role.statements, `The role ${role.name}`);
  for (const key of stack.keys) refuseUnknown(key.policy.filter(speaksOfRoles(stack)), `The key ${key.logicalId}`);
  const roles = new Map(stack.roles.map((role) => [role.arn, role]));
  return (roleArn, need) => {
    const role = roles.get(roleArn);
    if (!role) return { kind: 'denied', because: 'no grant' };
    const decisions = need.resources.map((resource) => decide(role, need, resource, stack));
    return decisions.find(({ kind }) => kind === 'allowed') ?? decisions[0] ?? { kind: 'denied', because: 'no grant' };
  };
}

function decide(role: RoleResource, need: Need, resource: string, stack: Stack): Decision {
  const context = { ...globalContext(role, stack), ...need.context };
  const matching = (statements: readonly PolicyStatement[]) =>
    statements.filter((statement) => covers(statement, need.action, resource) && conditionsHold(statement.conditions, context));
  const own = matching(role.statements);
  const key = need.action.startsWith('kms:') ? stack.keys.find(({ arn }) => arn === resource) : undefined;
  const ofKey = key ? keyStatements(key, role, stack) : { direct: [], account: [] };
  const direct = matching(ofKey.direct);
  const account = matching(ofKey.account);
  if ([...own, ...direct, ...account].some(({ effect }) => effect === 'Deny')) return { kind: 'denied', because: 'an explicit deny' };
  // A key obeys its own policy; roles' policies count only where that policy leaves them a say.
  const granted = own.length > 0 && (key === undefined || account.length > 0);
  return granted || direct.length > 0 ? { kind: 'allowed' } : { kind: 'denied', because: 'no grant' };
}

function covers(statement: PolicyStatement, action: string, resource: string): boolean {
  return (
    statement.actions.some((pattern) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase())) &&
    statement.resources.some((pattern) => matchesWildcard(pattern, resource))
  );
}

interface KeyStatements {
  /** Name the role itself. */
  readonly direct: readonly PolicyStatement[];
  /** Leave it to the account's IAM policies. */
  readonly account: readonly PolicyStatement[];
}

function keyStatements(key: KeyResource, role: RoleResource, stack: Stack): KeyStatements {
  const naming = (names: readonly string[]) =>
    key.policy.filter(({ principals }) => principals.some((principal) => names.includes(principal)));
  return { direct: naming([role.arn, '*']), account: naming([`arn:aws:iam::${stack.account}:root`, stack.account]) };
}

/** Statements for AWS's own services are about calls that do not happen on one machine. */
function speaksOfRoles(stack: Stack): (statement: ResourceStatement) => boolean {
  return ({ principals }) =>
    principals.some((principal) => principal === '*' || principal === stack.account || principal.startsWith('arn:aws:iam:'));
}

/** What is true of every call: it would come over TLS on AWS, so it counts as secure here too. */
function globalContext(role: RoleResource, stack: Stack): Need['context'] {
  return {
    'aws:SecureTransport': ['true'],
    'aws:PrincipalArn': [role.arn],
    'aws:PrincipalAccount': [stack.account],
    'aws:PrincipalIsAWSService': ['false'],
    'aws:ResourceAccount': [stack.account],
    'aws:RequestedRegion': [stack.region],
  };
}

function refuseUnknown(statements: readonly PolicyStatement[], whose: string): void {
  for (const statement of statements) {
    const variables = statement.resources
      .filter((resource) => resource.includes('${'))
      .map((resource) => `the policy variable in ${resource}`);
    const [unknown] = [...unknownConditions(statement), ...variables];
    if (unknown)
      throw new StackProblem(`${whose} uses ${unknown}, which the local cloud cannot evaluate (for ${statement.actions.join(', ')}).`);
  }
}
