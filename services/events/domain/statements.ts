import type { Role } from '@convener/contracts';

/** What the network says of itself, under an address of its own. */
export const statementKinds = ['privacy', 'accessibility-statement'] as const;
export type StatementKind = (typeof statementKinds)[number];

export function isStatementKind(value: string | undefined): value is StatementKind {
  return statementKinds.some((kind) => kind === value);
}

/** When a version was made, and in which role. */
export interface VersionNote {
  /** From 1; number 0 is the text that stands before anybody has changed it. */
  readonly number: number;
  readonly changedAt: string;
  readonly by: Role;
}

/** The organisers' own words. The facts that the house adds are not in it, so that no change can lose them. */
export interface StatementVersion extends VersionNote {
  /** Markdown. */
  readonly text: string;
  /** The text as HTML, made once as it is saved. */
  readonly html: string;
}

export interface Statement {
  readonly current: StatementVersion;
  /** Every version before the current one, oldest first. */
  readonly earlier: readonly VersionNote[];
}

export type StatementDecision =
  | { readonly kind: 'changed'; readonly statement: Statement }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed-meanwhile' };

/** Decides a new text. `over` is the number of the version that the writer saw. */
export function decideStatement(
  before: Statement | undefined,
  wanted: { readonly text: string; readonly html: string; readonly over: number; readonly by: Role },
  now: Date,
): StatementDecision {
  const number = before?.current.number ?? 0;
  // First: a form that is sent twice finds its own words there.
  if (before?.current.text === wanted.text) return { kind: 'unchanged' };
  if (wanted.over !== number) return { kind: 'changed-meanwhile' };
  const { text, html, by } = wanted;
  const earlier = before ? [...before.earlier, noteOf(before.current)] : [];
  return { kind: 'changed', statement: { current: { number: number + 1, changedAt: now.toISOString(), by, text, html }, earlier } };
}

function noteOf({ number, changedAt, by }: StatementVersion): VersionNote {
  return { number, changedAt, by };
}
