import type { Letter } from '../domain/letter.ts';
import { ifStillTrue, type Resolved } from './resolved.ts';
import type { SendPorts } from './send-ports.ts';

/** Those who are invited to organise, as organisers knows them now: whoever was removed meanwhile, or has signed in, gets nothing. */
export async function resolveOrganisers(
  letters: readonly Letter[],
  { invitations }: Pick<SendPorts, 'invitations'>,
): Promise<readonly (readonly [string, Resolved])[]> {
  if (letters.length === 0) return [];
  try {
    const answer = await invitations({ organiserIds: [...new Set(letters.map(({ recipient }) => recipient.id))] });
    const byId = new Map(answer.invitations.map((each) => [each.organiserId, each]));
    return letters.map((letter) => {
      const found = byId.get(letter.recipient.id);
      if (!found) return [letter.id, { kind: 'withhold', why: 'unknown' }] as const;
      const { address, status, roles, invitedBy: by } = found;
      return [letter.id, ifStillTrue(letter, { name: '', address, format: 'html', status, links: {}, invitation: { roles, by } })] as const;
    });
  } catch {
    return letters.map((letter) => [letter.id, { kind: 'unavailable' }] as const);
  }
}
