import type { InvitationAnswer, InvitationRequest } from '@convener/contracts/calls';
import type { Organiser } from '../domain/organiser.ts';
import type { OrganiserStore } from './ports.ts';

type Invitation = InvitationAnswer['invitations'][number];

/** Whom a letter of invitation goes to, as it is so now, and who invited them. */
export async function answerInvitation(
  { organiserIds }: InvitationRequest,
  { store }: { readonly store: Pick<OrganiserStore, 'find'> },
): Promise<InvitationAnswer> {
  const found = await Promise.all(organiserIds.map((id) => store.find(id)));
  const invitations = await Promise.all(found.map((loaded) => loaded && invitationOf(loaded.organiser, store)));
  return { invitations: invitations.filter((each) => each !== undefined) };
}

async function invitationOf(organiser: Organiser, store: Pick<OrganiserStore, 'find'>): Promise<Invitation | undefined> {
  if (organiser.kind === 'removed') return undefined;
  const { id: organiserId, address, roles, kind: status } = organiser;
  const by = organiser.kind === 'invited' && organiser.invitedBy ? (await store.find(organiser.invitedBy))?.organiser : undefined;
  return { organiserId, address, roles: [...roles], status, ...(by?.kind === 'active' ? { invitedBy: by.name } : {}) };
}
