import type { Actor } from '@convener/contracts';
import type { PublicPorts } from './ports.ts';

type Ports = Pick<PublicPorts, 'members' | 'letters'>;

/** Deletes a member and takes them off every letter. Says how many items it touched; 0 where there was nobody. */
export async function leaveNetwork(
  command: { readonly memberId: string; readonly actor: Actor; readonly now: Date },
  { members, letters }: Ports,
): Promise<number> {
  const { memberId: id, actor, now } = command;
  const erased = await erase(id, actor, now, members);
  const forgotten = await letters.forget(id, { at: now });
  return erased + forgotten;
}

async function erase(id: string, actor: Actor, now: Date, members: Ports['members']): Promise<number> {
  for (;;) {
    const loaded = await members.find(id);
    if (loaded.stored.kind !== 'held') return 0;
    const saved = await members.save({ id, loaded, next: { kind: 'gone', left: true }, announces: 'left', actor, now });
    if (saved === 'saved') return 1;
  }
}
