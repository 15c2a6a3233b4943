import type { Actor, Provision } from '@convener/contracts';
import type { Statement, StatementKind, StatementVersion } from '../domain/statements.ts';

/** What was loaded, with what a store needs to write it again safely. */
export interface LoadedUsual {
  readonly provisions: readonly Provision[];
  readonly version: number;
  /** Opaque to use cases. */
  readonly carried: unknown;
}

export interface LoadedStatement {
  readonly statement: Statement | undefined;
  /** Opaque to use cases. */
  readonly carried: unknown;
}

export type NetworkSaved = { readonly kind: 'saved' } | { readonly kind: 'changed-meanwhile' };

interface Change {
  readonly actor: Actor;
  readonly now: Date;
}

/** What the network usually provides. */
export interface UsualProvisions {
  usual(): Promise<LoadedUsual>;
  saveUsual(change: Change & { readonly loaded: LoadedUsual; readonly provisions: readonly Provision[] }): Promise<NetworkSaved>;
}

/** What anybody may read of a statement. Both may be a moment old. */
export interface PublishedStatements {
  published(kind: StatementKind): Promise<Statement | undefined>;
  version(kind: StatementKind, number: number): Promise<StatementVersion | undefined>;
}

export interface Statements extends PublishedStatements {
  statement(kind: StatementKind): Promise<LoadedStatement>;
  saveStatement(
    change: Change & { readonly kind: StatementKind; readonly loaded: LoadedStatement; readonly statement: Statement },
  ): Promise<NetworkSaved>;
}

export type NetworkStore = UsualProvisions & Statements;
