import { hourly } from './join-network.ts';
import { memberIdOf } from './member-id.ts';
import type { PublicPorts } from './ports.ts';

/** Somebody wants their preferences link again. An address that is no member's is told the same and gets nothing. */
export async function requestPreferencesLink(
  command: { readonly address: string; readonly now: Date },
  { members, letters, addressKey }: Pick<PublicPorts, 'members' | 'letters' | 'addressKey'>,
): Promise<{ readonly kind: 'asked' }> {
  const id = await memberIdOf(command.address, addressKey);
  const { stored } = await members.find(id);
  const held = stored.kind === 'held' ? stored.member : undefined;
  // Somebody pending is sent the confirm link again: it is what they need. Nobody at all takes the same write, of a letter that finds nobody.
  const template = held?.membership.kind === 'pending' ? 'member.join-requested' : 'member.link-requested';
  await letters.queue(hourly(id, template, held?.linkVersion ?? 0, command.now));
  return { kind: 'asked' };
}
