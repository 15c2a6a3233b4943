import { describe, expect, it } from 'vitest';
import { functionsUnder, statementsOfRoles } from './parts/roles.ts';
import { example, stacks } from './parts/services-under-test.ts';
import { asText, at, broken, listOf, resourcesOf, type Template } from './parts/template.ts';

/** What IAM lets nobody narrow: files by prefix, and the rate at which the account may send. Acknowledged where they are granted. */
function isAsNarrowAsItGets(actions: readonly string[]): boolean {
  return actions.every((action) => action === 'ses:GetSendQuota' || /^s3:(Get|Put|Delete)Object$/.test(action));
}

/** Statements that say more than they mean. */
function wide(template: Template): readonly string[] {
  return statementsOfRoles(template).flatMap(({ role, actions, resources }) => [
    ...actions.filter((action) => action.includes('*')).map((action) => `${role}: ${action}`),
    ...resources.filter((resource) => resource.includes('*') && !isAsNarrowAsItGets(actions)).map((resource) => `${role}: ${resource}`),
    ...(listOf(at(template.Resources[role], 'Properties', 'ManagedPolicyArns')).length > 0 ? [`${role}: managed policy`] : []),
  ]);
}

function sharedRoles(template: Template): readonly string[] {
  const roles = resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) => asText(properties.Role));
  return roles.filter((role, position) => roles.indexOf(role) !== position);
}

/** Services that may speak on the bus in another's name. */
function impostors(template: Template): readonly string[] {
  return statementsOfRoles(template)
    .filter(({ actions }) => actions.includes('events:PutEvents'))
    .filter(({ role, conditions }) =>
      functionsUnder(template, role).some(
        (one) =>
          at(conditions, 'StringEquals', 'events:source') !==
          `convener.${String(at(one.properties, 'Environment', 'Variables', 'SERVICE'))}`,
      ),
    )
    .map(({ role }) => role);
}

/** Functions that may send mail which would not report back, or from another address. */
function freeMailers(template: Template): readonly string[] {
  return statementsOfRoles(template)
    .filter(({ actions }) => actions.some((action) => action.startsWith('ses:') && action !== 'ses:GetSendQuota'))
    .filter(
      ({ actions, resources, conditions }) =>
        actions.some((action) => action !== 'ses:SendRawEmail') ||
        !resources.some((resource) => resource.includes(':configuration-set/')) ||
        !asText(at(conditions, 'StringEquals', 'ses:FromAddress')),
    )
    .map(({ role }) => role);
}

describe.each(stacks)('in %s', (_name, template) => {
  it('no role has a wildcard in an action or a managed policy, nor in a resource that IAM could name', () => {
    expect(wide(template)).toEqual([]);
  });

  it('every function has a role of its own', () => {
    expect(sharedRoles(template)).toEqual([]);
  });

  it('a publisher speaks in its own service’s name only', () => {
    expect(impostors(template)).toEqual([]);
  });

  it('mail leaves from one address, with the configuration set that reports back', () => {
    expect(freeMailers(template)).toEqual([]);
  });

  it('functions can be called by the API through one permission each, and by nobody from outside the account', () => {
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission').map(({ properties }) => properties);
    const called = permissions.map((properties) => asText(properties.FunctionName));
    expect(new Set(called).size).toBe(called.length);
    for (const properties of permissions) {
      expect(properties.Principal).toBe('apigateway.amazonaws.com');
      expect(asText(properties.SourceArn)).toMatch(/:execute-api:.*\{HttpApi.*\}\/\*\/\*$/);
    }
  });
});

describe('the claims notice', () => {
  const role = () => resourcesOf(example(), 'AWS::IAM::Role').find((one) => functionsUnder(example(), one.id).length > 0)?.id ?? '';
  const granting = (statement: object) =>
    broken(example(), role(), (properties) => {
      properties.Policies = [{ PolicyDocument: { Statement: [statement] } }];
    });

  it.each([
    ['a wildcard action', { Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:eu-west-2:1:table/one' }],
    ['a wildcard resource', { Action: 'logs:PutLogEvents', Resource: '*' }],
    ['a wildcard at the end of a resource', { Action: 'ssm:GetParameter', Resource: 'arn:aws:ssm:eu-west-2:1:parameter/convener/*' }],
  ])('%s', (_what, statement) => {
    expect(wide(granting(statement))).toHaveLength(1);
  });

  it('a managed policy', () => {
    const twin = broken(example(), role(), (properties) => {
      properties.ManagedPolicyArns = ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'];
    });
    expect(wide(twin).length).toBeGreaterThan(0);
  });

  it('a role that two functions share', () => {
    const [one, other] = resourcesOf(example(), 'AWS::Lambda::Function');
    const twin = broken(example(), one?.id ?? '', (properties) => {
      properties.Role = other?.properties.Role;
    });
    expect(sharedRoles(twin)).toHaveLength(1);
  });

  it('a publisher without its name in the condition', () => {
    expect(impostors(granting({ Action: 'events:PutEvents', Resource: 'bus' }))).toEqual([role()]);
  });

  it('mail without configuration set', () => {
    expect(freeMailers(granting({ Action: 'ses:SendRawEmail', Resource: 'arn:aws:ses:eu-west-2:1:identity/example.org' }))).toEqual([
      role(),
    ]);
  });
});
