import { envelopesSchema, fromItem, type Item, isTombstone } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { languages, type Member } from '../domain/member.ts';
import { streams } from '../domain/streams.ts';
import type { LoadedMember } from '../use-cases/member-ports.ts';
import { members, pendingMembers } from './keys.ts';

const schema = z.object({
  memberId: z.string(),
  address: z.string(),
  details: z.object({ name: z.string(), format: z.enum(['html', 'text']), language: z.enum(languages), interests: z.string() }),
  linkVersion: z.number(),
  membership: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('pending'), since: z.string(), expiresAt: z.string() }),
    z.object({ kind: z.literal('joined'), since: z.string(), by: z.enum(['form', 'import']), streams: z.array(z.enum(streams)) }),
  ]),
});

const memberFrame = z.object({ version: z.number(), envelopes: envelopesSchema, left: z._default(z.boolean(), false) });

export function readMember(item: Item): Member {
  const { memberId, ...value } = schema.parse(fromItem(item));
  return { id: memberId, ...value };
}

export function readLoaded(item: Item | undefined): LoadedMember {
  if (!item) return { stored: { kind: 'none' }, carried: [] };
  const { version, envelopes: carried, left } = memberFrame.parse(fromItem(item));
  if (isTombstone(item)) return { stored: { kind: 'gone', version, left }, carried };
  return { stored: { kind: 'held', version, member: readMember(item) }, carried };
}

/** A member as attributes. Somebody pending is found by when their request ends, a member by name. */
export function memberAttributes(member: Member) {
  const { id, address, details, linkVersion, membership } = member;
  const found =
    membership.kind === 'pending'
      ? { duePk: pendingMembers, dueSk: `${membership.expiresAt}#${id}` }
      : { listPk: members, listSk: `${(details.name || address).toLocaleLowerCase('en')}#${id}` };
  return { memberId: id, address, details, linkVersion, membership, ...found };
}
