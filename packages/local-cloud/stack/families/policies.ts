import { type Document, parsed } from '../document.ts';
import type { PolicyStatement, ResourceStatement } from '../model.ts';
import { isRecord, StackProblem } from '../template.ts';

/** The statements of a policy document that belongs to a role. */
export function readStatements(document: Document): readonly PolicyStatement[] {
  return statementsOf(document).map(readStatement);
}

/** The statements of a policy that belongs to a resource, with whom they speak of. */
export function readPolicyDocument(document: Document): readonly ResourceStatement[] {
  return statementsOf(document).map((statement) => ({ ...readStatement(statement), principals: principalsOf(statement) }));
}

function statementsOf(document: Document): readonly Document[] {
  const single = isRecord(document.values.Statement) ? document.child('Statement') : undefined;
  return single ? [single] : document.children('Statement');
}

function readStatement(statement: Document): PolicyStatement {
  for (const inverted of ['NotAction', 'NotResource', 'NotPrincipal']) {
    if (statement.has(inverted))
      throw new StackProblem(`${statement.where}: the local cloud does not evaluate ${inverted}; say what is allowed.`);
  }
  const effect = statement.text('Effect');
  if (effect !== 'Allow' && effect !== 'Deny') throw new StackProblem(`${statement.where}: Effect must be Allow or Deny.`);
  return { effect, actions: statement.texts('Action'), resources: statement.texts('Resource'), conditions: conditionsOf(statement) };
}

function conditionsOf(statement: Document): PolicyStatement['conditions'] {
  const operators = statement.child('Condition')?.values ?? {};
  return Object.fromEntries(
    Object.entries(operators).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(parsed(keys, `${statement.where}.Condition.${operator}`)).map(([key, values]) => [
          key,
          (Array.isArray(values) ? values : [values]).map(String),
        ]),
      ),
    ]),
  );
}

function principalsOf(statement: Document): readonly string[] {
  const principal = statement.values.Principal;
  if (!isRecord(principal)) return principal === undefined ? [] : [String(principal)];
  return Object.values(principal).flatMap((value) => (Array.isArray(value) ? value.map(String) : [String(value)]));
}
