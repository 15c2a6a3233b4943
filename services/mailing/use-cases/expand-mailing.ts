import type { RecipientId } from '../domain/letter.ts';
import { decideExpanded, type Mailing, mailingKinds } from '../domain/mailing.ts';
import { idFrom } from './letter-id.ts';
import type { LoadedMailing } from './mailing-ports.ts';
import type { SendPorts } from './send-ports.ts';

type Ports = Pick<SendPorts, 'clock' | 'letters' | 'mailings' | 'members' | 'directory' | 'addressKey'>;

/** As many ids as the directory resolves at once. */
const pageSize = 100;

/**
 * Turns one page of the audience into letters. Broken off anywhere and begun again, it makes the same letters: their ids follow from the
 * mailing and the person, and the page counts only once its cursor is stored.
 */
export async function expandMailing(loaded: LoadedMailing, ports: Ports): Promise<'expanded' | 'changed-meanwhile'> {
  const { mailing } = loaded;
  if (mailing.state.kind !== 'preparing' || mailing.expansion.kind === 'done') return 'expanded';
  const { source, cursor } = mailing.expansion;
  const page = source === 'members' ? await membersPage(cursor, ports) : await attendeesPage(mailing, cursor, ports);
  const queued = await Promise.all(page.people.map((person) => queueOne(mailing, person, ports)));
  const move = decideExpanded(mailing, { letters: queued.filter(Boolean).length, cursor: page.cursor }, ports.clock.now());
  if (move.kind !== 'moves') return 'expanded';
  const saving = { loaded, next: move.next, announces: move.announces, actor: { kind: 'system' }, now: ports.clock.now() } as const;
  return (await ports.mailings.save(saving)) === 'saved' ? 'expanded' : 'changed-meanwhile';
}

interface Addressed {
  readonly recipient: RecipientId;
  /** What tells people apart: the address where one person may be there twice, as a member and as an attendee. */
  readonly person: string;
}

interface AudiencePage {
  readonly people: readonly Addressed[];
  readonly cursor: string | undefined;
}

async function membersPage(cursor: string | undefined, { members, addressKey }: Ports): Promise<AudiencePage> {
  const page = await members.list({ cursor, limit: pageSize });
  const wanting = page.items.filter(({ membership }) => membership.kind === 'joined' && membership.streams.includes('reports'));
  const people = wanting.map(async (member) => ({
    recipient: { kind: 'member' as const, id: member.id },
    person: await addressKey(member.address),
  }));
  return { people: await Promise.all(people), cursor: page.cursor };
}

async function attendeesPage(mailing: Mailing, cursor: string | undefined, ports: Ports): Promise<AudiencePage> {
  const { statuses, wantingReport } = mailing.audience;
  const purpose = `mailing ${mailing.id}`;
  const answer = await ports.directory({
    kind: 'audience',
    purpose,
    eventId: mailing.eventId,
    statuses: [...statuses],
    wantingReport,
    ...(cursor === undefined ? {} : { cursor }),
  });
  if (answer.kind !== 'audience') return { people: [], cursor: undefined };
  const alone = (id: string): Addressed => ({ recipient: { kind: 'attendee', id }, person: id });
  if (mailing.kind !== 'report') return { people: answer.ids.map(alone), cursor: answer.cursor };
  return { people: await byAddress(answer.ids, purpose, ports), cursor: answer.cursor };
}

async function byAddress(ids: readonly string[], purpose: string, { directory, addressKey }: Ports): Promise<readonly Addressed[]> {
  const people: Addressed[] = [];
  for (let from = 0; from < ids.length; from += pageSize) {
    const answer = await directory({ kind: 'resolve', purpose, ids: ids.slice(from, from + pageSize), links: [] });
    if (answer.kind !== 'resolved') continue;
    for (const { id, address } of answer.entries) people.push({ recipient: { kind: 'attendee', id }, person: await addressKey(address) });
  }
  return people;
}

/** True where the letter is this mailing's to this very recipient: then it counts, however often the page is done. */
async function queueOne(mailing: Mailing, { recipient, person }: Addressed, { letters, clock }: Ports): Promise<boolean> {
  const queued = await letters.queue({
    id: idFrom('let', mailing.letterStem, person),
    template: mailingKinds[mailing.kind].template,
    recipient,
    eventId: mailing.eventId,
    mailingId: mailing.id,
    now: clock.now(),
  });
  switch (queued.kind) {
    case 'queued':
      return true;
    case 'known':
      return queued.recipientId === recipient.id && queued.mailingId === mailing.id;
    case 'forgotten':
      return false;
  }
}
