/**
 * Everything that Convener logs: a code, the ids that may stand beside it, nothing else. The types leave no room for a name, an address
 * or words that somebody wrote. Errors are logged by name, and by message only where the message is ours.
 */
export interface Catalogue {
  'request.answered': { readonly route: string; readonly status: number };
  'request.failed': { readonly route: string; readonly errorName: string; readonly stack: string };
  'request.refused': { readonly route: string; readonly reason: 'origin-secret' | 'cross-site' | 'body' | 'signed-out' | 'role' };
  'event.handled': { readonly type: string; readonly id: string };
  'event.failed': { readonly type: string; readonly id: string; readonly errorName: string; readonly stack: string };
  'event.unreadable': { readonly messageId: string; readonly errorName: string };
  'events.published': { readonly count: number };
  'events.refused': { readonly count: number };
  'records.failed': { readonly errorName: string; readonly stack: string };
  'sweep.done': { readonly name: string; readonly count: number };
  'sweep.failed': { readonly name: string; readonly errorName: string; readonly stack: string };
  'letters.sent': { readonly count: number };
  'letter.refused': { readonly letterId: string; readonly errorName: string };
  'letter.in-doubt': { readonly letterId: string };
  'lease.busy': Readonly<Record<string, never>>;
  'call.answered': { readonly call: string; readonly count: number };
  /** Who asked for names and addresses, why and how many: never whose. */
  'directory.answered': { readonly purpose: string; readonly count: number };
  'call.failed': { readonly call: string; readonly errorName: string; readonly stack: string };
}

export type LogCode = keyof Catalogue;
