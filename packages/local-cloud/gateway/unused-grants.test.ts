import { describe, expect, it } from 'vitest';
import { startJournal } from '../journal.ts';
import { readStack } from '../stack/read-stack.ts';
import { smallAssembly } from '../stack/testing/small-stack.ts';
import { unusedGrants } from './unused-grants.ts';

const stack = readStack(smallAssembly, {});

function unusedAfter(...actions: readonly (readonly [service: string, action: string, outcome: 'allowed' | 'denied'])[]): string[] {
  const journal = startJournal();
  for (const [service, action, outcome] of actions)
    journal.tell({ kind: 'call', at: '', caller: 'small-hello', service, action, resource: '*', outcome });
  return unusedGrants(stack, journal.callsMade()).map(({ action }) => action);
}

describe('unused grants', () => {
  it('are all there before anybody calls, but for what Lambda itself does', () => {
    expect(unusedAfter()).toContain('dynamodb:PutItem');
    expect(unusedAfter().filter((action) => action.startsWith('logs:'))).toEqual([]);
  });

  it('go one by one as they are used; a refused call uses none', () => {
    expect(unusedAfter(['dynamodb', 'PutItem', 'allowed'])).not.toContain('dynamodb:PutItem');
    expect(unusedAfter(['dynamodb', 'PutItem', 'allowed'])).toContain('dynamodb:UpdateItem');
    expect(unusedAfter(['dynamodb', 'PutItem', 'denied'])).toContain('dynamodb:PutItem');
  });
});
