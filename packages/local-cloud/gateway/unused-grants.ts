import type { Journal } from '../part.ts';
import type { Stack } from '../stack/model.ts';
import { matchesWildcard } from './wildcard.ts';

export interface UnusedGrant {
  readonly functionName: string;
  /** As the policy writes it. */
  readonly action: string;
}

/** What Lambda itself does for every function, which is no call that anybody here sees. */
const byLambdaItself = /^logs:/;

/** Actions that a function's role is granted and that nothing so far has used. */
export function unusedGrants(stack: Stack, calls: ReturnType<Journal['callsMade']>): readonly UnusedGrant[] {
  return stack.functions.flatMap(({ name, roleArn }) => {
    const made = calls
      .filter(({ caller, outcome }) => caller === name && outcome === 'allowed')
      .map(({ service, action }) => `${service}:${action}`);
    const statements = stack.roles.find(({ arn }) => arn === roleArn)?.statements ?? [];
    const granted = new Set(statements.filter(({ effect }) => effect === 'Allow').flatMap(({ actions }) => actions));
    return [...granted]
      .filter((action) => !byLambdaItself.test(action) && !made.some((call) => matchesWildcard(action.toLowerCase(), call.toLowerCase())))
      .map((action) => ({ functionName: name, action }));
  });
}
