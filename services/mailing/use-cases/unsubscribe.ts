import type { Stream } from '../domain/streams.ts';
import { memberIdOfKey } from './member-id.ts';
import type { PublicPorts } from './ports.ts';

type Ports = Pick<PublicPorts, 'members' | 'suppression'>;

/**
 * Leaves one stream, for an address that only its key is known of. The mark comes first: from then on no letter of the stream is sent to it,
 * whether it belongs to a member, an attendee or nobody any more.
 */
export async function unsubscribe(
  command: { readonly addressKey: string; readonly stream: Stream; readonly now: Date },
  { members, suppression }: Ports,
): Promise<{ readonly kind: 'unsubscribed' }> {
  const { addressKey, stream, now } = command;
  await suppression.leaveStream(addressKey, stream, now);
  const id = memberIdOfKey(addressKey);
  for (let tries = 0; tries < 3; tries += 1) {
    const loaded = await members.find(id);
    const member = loaded.stored.kind === 'held' ? loaded.stored.member : undefined;
    if (member?.membership.kind !== 'joined' || !member.membership.streams.includes(stream)) break;
    const streams = member.membership.streams.filter((each) => each !== stream);
    const next = { ...member, membership: { ...member.membership, streams } };
    const saved = await members.save({ id, loaded, next, announces: 'preferences-changed', actor: { kind: 'member' }, now });
    if (saved === 'saved') break;
  }
  return { kind: 'unsubscribed' };
}
