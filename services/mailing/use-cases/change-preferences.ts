import { decidePreferences, type Member, type Preferences } from '../domain/member.ts';
import { addressKeyOfMember } from './member-id.ts';
import type { PublicPorts } from './ports.ts';

/** The member behind a link or cookie, or nothing where it is no longer good. */
export async function memberByLink(
  claim: { readonly memberId: string; readonly linkVersion: number },
  { members }: Pick<PublicPorts, 'members'>,
): Promise<Member | undefined> {
  const { stored } = await members.find(claim.memberId);
  if (stored.kind !== 'held' || stored.member.linkVersion !== claim.linkVersion) return undefined;
  return stored.member.membership.kind === 'joined' ? stored.member : undefined;
}

export type Changed = { readonly kind: 'changed' } | { readonly kind: 'gone' };

/** What a member receives, and how. Asking for a stream again undoes having left it by a link. */
export async function changePreferences(
  command: { readonly memberId: string; readonly preferences: Preferences; readonly now: Date },
  { members, suppression }: Pick<PublicPorts, 'members' | 'suppression'>,
): Promise<Changed> {
  const { memberId: id, preferences, now } = command;
  for (let tries = 0; tries < 3; tries += 1) {
    const loaded = await members.find(id);
    const member = decidePreferences(loaded.stored, preferences);
    if (!member) return { kind: 'gone' };
    const saved = await members.save({ id, loaded, next: member, announces: 'preferences-changed', actor: { kind: 'member' }, now });
    if (saved !== 'saved') continue;
    await suppression.returnToStreams(addressKeyOfMember(id), preferences.streams);
    return { kind: 'changed' };
  }
  throw new PreferencesBusy();
}

/** The same preferences are being changed from elsewhere at this very moment. */
export class PreferencesBusy extends Error {
  override name = 'PreferencesBusy';
}
