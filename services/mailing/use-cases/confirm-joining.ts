import { decideConfirm } from '../domain/member.ts';
import type { PublicPorts } from './ports.ts';

export type Joined = { readonly kind: 'joined' } | { readonly kind: 'dead-link' };

/** The button behind the link in the letter. Pressed twice, it is one joining. */
export async function confirmJoining(
  command: { readonly memberId: string; readonly linkVersion: number; readonly now: Date },
  { members }: Pick<PublicPorts, 'members'>,
): Promise<Joined> {
  const { memberId: id, linkVersion, now } = command;
  for (let tries = 0; tries < 3; tries += 1) {
    const loaded = await members.find(id);
    const decided = decideConfirm(loaded.stored, linkVersion, now);
    if (decided.kind === 'dead-link') return decided;
    if (decided.kind === 'already-joined') return { kind: 'joined' };
    const saved = await members.save({ id, loaded, next: decided.member, announces: 'joined', actor: { kind: 'member' }, now });
    if (saved === 'saved') return { kind: 'joined' };
  }
  return { kind: 'dead-link' };
}
