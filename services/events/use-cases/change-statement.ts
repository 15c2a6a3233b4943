import type { Actor } from '@convener/contracts';
import { decideStatement, type Statement, type StatementKind } from '../domain/statements.ts';
import type { Statements } from './network-ports.ts';

export type StatementChanged =
  | { readonly kind: 'changed'; readonly number: number }
  | { readonly kind: 'unchanged'; readonly number: number }
  | { readonly kind: 'changed-meanwhile'; readonly statement: Statement | undefined };

/** Makes a new version of a statement; those before it stay. */
export async function changeStatement(
  request: {
    readonly kind: StatementKind;
    readonly wanted: Parameters<typeof decideStatement>[1];
    readonly actor: Actor;
    readonly now: Date;
  },
  store: Pick<Statements, 'statement' | 'saveStatement'>,
): Promise<StatementChanged> {
  const { kind, wanted, actor, now } = request;
  const loaded = await store.statement(kind);
  const decision = decideStatement(loaded.statement, wanted, now);
  switch (decision.kind) {
    case 'unchanged':
      return { kind: 'unchanged', number: loaded.statement?.current.number ?? 0 };
    case 'changed-meanwhile':
      return { kind: 'changed-meanwhile', statement: loaded.statement };
    case 'changed': {
      const saved = await store.saveStatement({ kind, loaded, statement: decision.statement, actor, now });
      if (saved.kind === 'saved') return { kind: 'changed', number: decision.statement.current.number };
      return { kind: 'changed-meanwhile', statement: (await store.statement(kind)).statement };
    }
  }
}
