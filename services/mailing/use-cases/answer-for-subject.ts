import type { SubjectAnswer, SubjectRequest } from '@convener/contracts/calls';
import { leaveNetwork } from './leave-network.ts';
import type { LetterStore, SuppressionStore } from './letter-ports.ts';
import { addressKeyOfMember } from './member-id.ts';
import type { MemberStore } from './member-ports.ts';

export interface SubjectPorts {
  readonly members: MemberStore;
  readonly letters: LetterStore;
  readonly suppression: SuppressionStore;
  readonly clock: { now(): Date };
}

/** Exports or erases what mailing holds of one person: a member with their letters, or the letters to a registration. */
export async function answerForSubject(request: SubjectRequest, ports: SubjectPorts): Promise<SubjectAnswer> {
  const { kind, subjectId } = request;
  if (kind === 'export') return { kind: 'exported', service: 'mailing', held: await held(subjectId, ports) };
  const now = ports.clock.now();
  const items = subjectId.startsWith('mem_')
    ? await leaveNetwork({ memberId: subjectId, actor: { kind: 'system' }, now }, ports)
    : await ports.letters.forget(subjectId, { at: now });
  return { kind: 'erased', service: 'mailing', items };
}

async function held(subjectId: string, { members, letters, suppression }: SubjectPorts): Promise<Record<string, unknown>> {
  const found = await letters.ofRecipient(subjectId);
  const written = found.map(({ template, state, queuedAt, said }) => ({
    template,
    state,
    queuedAt,
    ...(said === undefined ? {} : { said }),
  }));
  if (!subjectId.startsWith('mem_')) return { letters: written };
  const { stored } = await members.find(subjectId);
  if (stored.kind !== 'held') return { letters: written };
  const { address, details, membership } = stored.member;
  const suppressed = await suppression.isSuppressed(addressKeyOfMember(subjectId));
  return { member: { address, ...details, membership }, suppressed, letters: written };
}
