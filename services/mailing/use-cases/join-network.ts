import { decideJoin, type MemberDetails } from '../domain/member.ts';
import { idFrom } from './letter-id.ts';
import type { NewLetter } from './letter-ports.ts';
import { memberIdOf } from './member-id.ts';
import type { MemberSaving } from './member-ports.ts';
import type { PublicPorts } from './ports.ts';

type Ports = Pick<PublicPorts, 'members' | 'addressKey'>;

/**
 * Somebody asks to join. Whoever asks is told the same, and waits about as long, whether the address is known or not: one read, one
 * transaction of two writes. Only the letter says which it was, and at most one of each kind goes to an address in an hour.
 */
export async function joinNetwork(
  command: { readonly address: string; readonly details: MemberDetails; readonly now: Date },
  { members, addressKey }: Ports,
): Promise<{ readonly kind: 'asked' }> {
  const { address, details, now } = command;
  const id = await memberIdOf(address, addressKey);
  for (let tries = 0; tries < 3; tries += 1) {
    const loaded = await members.find(id);
    const decided = decideJoin(loaded.stored, { id, address, details }, now);
    const template = decided.kind === 'pending' ? 'member.join-requested' : 'member.repeated';
    const saving: MemberSaving = {
      id,
      loaded,
      next: decided.kind === 'pending' ? decided.member : 'same',
      announces: decided.kind === 'pending' ? 'join-requested' : undefined,
      letter: hourly(id, template, decided.member.linkVersion, now),
      actor: { kind: 'member' },
      now,
    };
    if ((await members.save(saving)) !== 'changed-meanwhile') break;
  }
  return { kind: 'asked' };
}

/** One such letter an hour, so that nobody's inbox is flooded through our form. */
export function hourly(
  memberId: string,
  template: 'member.join-requested' | 'member.repeated' | 'member.link-requested',
  linkVersion: number,
  now: Date,
): NewLetter {
  const hour = now.toISOString().slice(0, 13);
  return {
    id: idFrom('let', template, memberId, String(linkVersion), hour),
    template,
    recipient: { kind: 'member', id: memberId },
    now,
  };
}
