import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, type Reply, table } from '@convener/http';
import { tableFile } from '@convener/writing/table-file';
import type { OrganiseDependencies } from '../dependencies.ts';
import { doubtHours } from '../domain/letter.ts';
import { importFields } from '../pages/import-form.ts';
import { importedPage, importPage } from '../pages/import-page.tsx';
import { type ListedLetterView, type MailView, mailPage } from '../pages/mail-page.tsx';
import { addressForm } from '../pages/member-forms.ts';
import { membersPage } from '../pages/members-page.tsx';
import { exportMembers as exportUseCase } from '../use-cases/export-members.ts';
import { importMembers as importUseCase } from '../use-cases/import-members.ts';
import type { ListedLetter } from '../use-cases/letter-ports.ts';
import { type RowsRead, readMemberRows } from '../use-cases/read-member-rows.ts';
import { organiseWords } from '../words.organise.en.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

export const pageSize = 50;

export const members: OrganiseHandler = async ({ query }, ports) => {
  const [count, page] = await Promise.all([
    ports.members.count(),
    ports.members.list({ limit: pageSize, cursor: query.get('after') ?? undefined }),
  ]);
  const view = { network: ports.network, count, members: page.items, next: page.cursor, search: undefined };
  return answer(() => membersPage(view), { count, members: page.items, next: page.cursor });
};

/** What was looked for is posted: a name or an address in a page's address would stand in every log on the way. */
export const searchMembers: OrganiseHandler = async ({ fields }, ports) => {
  const search = typeof fields.search === 'string' ? fields.search.slice(0, 200).trim() : '';
  if (!search) return done('/organise/members');
  const [count, page] = await Promise.all([ports.members.count(), ports.members.list({ limit: pageSize, search })]);
  const view = { network: ports.network, count, members: page.items, next: page.cursor, search };
  return answer(() => membersPage(view), { count, members: page.items });
};

export const exportMembers: OrganiseHandler = async (request, ports) => {
  const rows = await exportUseCase({ actor: actorOf(request), now: request.now }, ports);
  return table(request, tableFile([[...organiseWords.csv], ...rows]), 'members.csv');
};

export const importForm: OrganiseHandler = async (_request, { network }) => answer(() => importPage({ network }), {});

export const importMembers: OrganiseHandler = async (request, ports) => {
  const parsed = parseForm(importFields, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => importPage({ network: ports.network, state: parsed }), parsed.errors);
  const { file: uploaded, pasted } = parsed.value;
  const field = uploaded ? 'file' : 'pasted';
  const read = readMemberRows(uploaded || pasted || '');
  if (read.kind !== 'read') {
    const errors = [{ field, id: field, message: importProblem(read) }];
    return invalid(() => importPage({ network: ports.network, state: { errors, kept: { pasted: pasted ?? '' } } }), errors);
  }
  const result = await importUseCase({ rows: read.rows, soundAddress, actor: actorOf(request), now: request.now }, ports);
  return answer(() => importedPage({ network: ports.network, ...result }), result, { status: 201 });
};

function importProblem(read: Exclude<RowsRead, { kind: 'read' }>): string {
  const { problems } = organiseWords.import;
  return read.kind === 'too-many' ? problems['too-many'](read.most) : problems[read.kind];
}

/** The same check as on the public form. */
function soundAddress(typed: string): string | undefined {
  const parsed = parseForm(addressForm, { email: typed });
  return parsed.kind === 'valid' ? parsed.value.email : undefined;
}

const mostListed = 100;

export const mail: OrganiseHandler = (request, ports) => showMail(request, { said: saidOf(request.query.get('said')) }, ports);

export const sendAgain: OrganiseHandler = async ({ params, now }, ports) => {
  const queued = await ports.letters.sendAgain(params.letterId ?? '', now);
  if (queued) return done('/organise/mail?said=queued', { status: 'queued' });
  return (await ports.letters.find(params.letterId ?? ''))
    ? done('/organise/mail?said=settled', { status: 'settled' })
    : notFound('letter');
};

export const liftSuppression: OrganiseHandler = async (request, ports) => {
  const parsed = parseForm(addressForm, request.fields);
  if (parsed.kind === 'invalid') {
    const view = await mailView(request, {}, ports);
    return invalid(() => mailPage({ ...view, state: parsed }), parsed.errors);
  }
  const lifted = await ports.suppression.lift(await ports.addressKey(parsed.value.email));
  return done(`/organise/mail?said=${lifted ? 'lifted' : 'notSuppressed'}`, { lifted });
};

async function showMail(request: HttpRequest, extra: Pick<MailView, 'said'>, ports: OrganiseDependencies): Promise<Reply> {
  const view = await mailView(request, extra, ports);
  return answer(() => mailPage(view), { doubt: view.doubt, failed: view.failed, suppressed: view.suppressed });
}

async function mailView({ now }: HttpRequest, { said }: Pick<MailView, 'said'>, ports: OrganiseDependencies): Promise<MailView> {
  const [doubt, failed, suppressed] = await Promise.all([
    ports.letters.listed('in-doubt', { limit: mostListed }),
    ports.letters.listed('failed', { limit: mostListed }),
    ports.suppression.count(),
  ]);
  const old = new Date(now.getTime() - doubtHours * 3_600_000).toISOString();
  return {
    network: ports.network,
    doubt: doubt.items.map((letter) => listed(letter, letter.since <= old)),
    failed: failed.items.map((letter) => listed(letter, true)),
    more: doubt.cursor !== undefined || failed.cursor !== undefined,
    suppressed,
    said,
  };
}

function listed({ id, template, recipient, since }: ListedLetter, mayBeSentAgain: boolean): ListedLetterView {
  return { id, template, recipientKind: recipient.kind, since, mayBeSentAgain };
}

function saidOf(given: string | null): MailView['said'] {
  return given === 'lifted' || given === 'notSuppressed' || given === 'queued' || given === 'settled' ? given : undefined;
}
