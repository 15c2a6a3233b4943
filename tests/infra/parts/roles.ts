import { asText, at, listOf, type Named, resourcesOf, type Template } from './template.ts';

export interface Statement {
  readonly role: string;
  readonly actions: readonly string[];
  /** Each resource as text; references read `{LogicalId.Arn}`. */
  readonly resources: readonly string[];
  readonly principals: unknown;
  readonly conditions: unknown;
}

/** Every statement that a role of the stack carries, however it was attached. */
export function statementsOfRoles(template: Template): readonly Statement[] {
  const inline = resourcesOf(template, 'AWS::IAM::Role').flatMap((role) =>
    listOf(role.properties.Policies).flatMap((policy) => statementsIn(at(policy, 'PolicyDocument'), role.id)),
  );
  const attached = resourcesOf(template, 'AWS::IAM::Policy').flatMap((policy) =>
    listOf(policy.properties.Roles).flatMap((role) => statementsIn(policy.properties.PolicyDocument, asText(role).slice(1, -1))),
  );
  return [...inline, ...attached];
}

export function statementsIn(document: unknown, role: string): readonly Statement[] {
  return listOf(at(document, 'Statement')).map((statement) => ({
    role,
    actions: listOf(at(statement, 'Action')).map(String),
    resources: listOf(at(statement, 'Resource')).map(asText),
    principals: at(statement, 'Principal'),
    conditions: at(statement, 'Condition'),
  }));
}

/** The functions that run under a role. */
export function functionsUnder(template: Template, role: string): readonly Named[] {
  return resourcesOf(template, 'AWS::Lambda::Function').filter((one) => asText(one.properties.Role) === `{${role}.Arn}`);
}

/** Logical ids of the roles of one service's functions. */
export function rolesOf(template: Template, service: string): ReadonlySet<string> {
  const own = resourcesOf(template, 'AWS::Lambda::Function').filter(
    (one) => at(one.properties, 'Environment', 'Variables', 'SERVICE') === service,
  );
  return new Set(own.map((one) => asText(one.properties.Role).slice(1, -'.Arn}'.length)));
}
