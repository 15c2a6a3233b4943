import type { DirectoryEntry } from '@convener/contracts/calls';
import type { Letter } from '../domain/letter.ts';
import { templateRules } from '../domain/letter-templates.ts';
import type { Member } from '../domain/member.ts';
import type { Person } from './ports.ts';
import { resolveOrganisers } from './resolve-organisers.ts';
import { ifStillTrue, type Resolved } from './resolved.ts';
import type { SendPorts } from './send-ports.ts';

type Ports = Pick<SendPorts, 'directory' | 'invitations' | 'members' | 'testers' | 'links'>;

/** Ids become people, in batches, at the last moment. Whoever is not known any more was erased, and gets nothing. */
export async function resolveRecipients(letters: readonly Letter[], ports: Ports): Promise<ReadonlyMap<string, Resolved>> {
  const of = (kind: Letter['recipient']['kind']) => letters.filter(({ recipient }) => recipient.kind === kind);
  const [attendees, members, organisers, testers] = await Promise.all([
    resolveAttendees(of('attendee'), ports),
    resolveMembers(of('member'), ports),
    resolveOrganisers(of('organiser'), ports),
    resolveTesters(of('tester'), ports),
  ]);
  return new Map([...attendees, ...members, ...organisers, ...testers]);
}

type Pairs = readonly (readonly [string, Resolved])[];

/** One call for each set of links that letters need, so that no link is minted that no letter carries. */
async function resolveAttendees(letters: readonly Letter[], { directory }: Ports): Promise<Pairs> {
  const groups = Map.groupBy(letters, ({ template }) => templateRules[template].links.filter((link) => link !== 'preferences').join(' '));
  const answers = await Promise.all([...groups].map(([links, group]) => resolveGroup(group, links.split(' ').filter(Boolean), directory)));
  return answers.flat();
}

async function resolveGroup(letters: readonly Letter[], links: readonly string[], directory: Ports['directory']): Promise<Pairs> {
  const ids = [...new Set(letters.map(({ recipient }) => recipient.id))];
  try {
    const answer = await directory({ kind: 'resolve', purpose: 'letter', ids, links: [...links] });
    const entries = new Map(answer.kind === 'resolved' ? answer.entries.map((entry) => [entry.id, entry] as const) : []);
    return letters.map((letter) => [letter.id, attendee(letter, entries.get(letter.recipient.id))] as const);
  } catch {
    return letters.map((letter) => [letter.id, { kind: 'unavailable' }] as const);
  }
}

function attendee(letter: Letter, entry: DirectoryEntry | undefined): Resolved {
  if (!entry) return { kind: 'withhold', why: 'unknown' };
  // They changed their mind after the mailing was prepared.
  if (letter.template === 'report.published' && entry.wantsReport === false) return { kind: 'withhold', why: 'unsubscribed' };
  // Somebody who registered by phone or post may have none; an organiser tells them.
  return entry.address === '' ? { kind: 'withhold', why: 'unaddressable' } : ifStillTrue(letter, entry);
}

async function resolveMembers(letters: readonly Letter[], ports: Ports): Promise<Pairs> {
  if (letters.length === 0) return [];
  const found = await ports.members.findMany([...new Set(letters.map(({ recipient }) => recipient.id))]);
  const byId = new Map(found.map((member) => [member.id, member]));
  return Promise.all(
    letters.map(async (letter) => {
      const member = byId.get(letter.recipient.id);
      if (!member) return [letter.id, { kind: 'withhold', why: 'unknown' }] as const;
      return [letter.id, ifStillTrue(letter, await asPerson(member, letter, ports))] as const;
    }),
  );
}

async function asPerson(member: Member, letter: Letter, { links }: Ports): Promise<Person> {
  const wanted = templateRules[letter.template].links;
  return {
    name: member.details.name,
    address: member.address,
    format: member.details.format,
    status: member.membership.kind,
    links: {
      ...(wanted.includes('confirm') ? { confirm: await links.confirm(member) } : {}),
      ...(wanted.includes('preferences') ? { preferences: await links.preferences(member) } : {}),
    },
  };
}

async function resolveTesters(letters: readonly Letter[], { testers }: Ports): Promise<Pairs> {
  return Promise.all(
    letters.map(async (letter) => {
      const address = await testers.find(letter.recipient.id);
      if (!address) return [letter.id, { kind: 'withhold', why: 'unknown' }] as const;
      return [letter.id, { kind: 'known', person: { name: '', address, format: 'html', status: 'test', links: {} } }] as const;
    }),
  );
}
