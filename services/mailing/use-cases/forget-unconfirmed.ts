import type { MemberStore } from './member-ports.ts';

/** Deletes requests to join that nobody confirmed in time. Says how many. */
export async function forgetUnconfirmed(now: Date, { members }: { readonly members: MemberStore }): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const ids = await members.expiredPending(now, 100);
    let progress = 0;
    for (const id of ids) progress += (await forgetOne(id, now, members)) ? 1 : 0;
    forgotten += progress;
    if (progress === 0) return forgotten;
  }
}

async function forgetOne(id: string, now: Date, members: MemberStore): Promise<boolean> {
  const loaded = await members.find(id);
  const membership = loaded.stored.kind === 'held' ? loaded.stored.member.membership : undefined;
  // The index may be a moment behind: somebody may have confirmed, or asked again, just now.
  if (membership?.kind !== 'pending' || membership.expiresAt > now.toISOString()) return false;
  const saving = { id, loaded, next: { kind: 'gone', left: false }, announces: undefined, actor: { kind: 'system' }, now } as const;
  return (await members.save(saving)) === 'saved';
}
