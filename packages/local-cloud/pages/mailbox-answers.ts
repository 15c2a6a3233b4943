import type { LocalAnswer, LocalRequest } from '../front/local-pages.ts';
import type { Letter } from '../identity-and-mail/mail/letter.ts';
import type { Envelope, Mailbox } from '../identity-and-mail/mail/mailbox.ts';
import { htmlAnswer, jsonAnswer, notFound } from './answers.ts';
import { letterPage, mailboxPage } from './mailbox-pages.ts';

/** `/_local/mailbox…`: the list, a letter, its parts, and all of it as JSON for tests. */
export async function answerMailbox({ path, query }: LocalRequest, mailbox: Mailbox): Promise<LocalAnswer | undefined> {
  const rest = path.slice('/_local/mailbox'.length);
  if (rest === '' || rest === '/') return htmlAnswer(mailboxPage(listed(mailbox, query), mailbox.count(), query.get('q') ?? ''));
  if (rest === '.json') return jsonAnswer(await Promise.all(listed(mailbox, query).map((mail) => asJson(mail, mailbox))));
  const [, id = '', eml, part] = /^\/([\w-]+)(\.eml)?(\/.+)?$/.exec(rest) ?? [];
  const mail = mailbox.find(id);
  const letter = await mailbox.open(id);
  if (mail === undefined || letter === undefined) return undefined;
  if (eml !== undefined) return emlAnswer(id, mailbox);
  if (part === undefined) return htmlAnswer(letterPage(mail, letter, await sourceOf(id, mailbox)));
  if (part === '/html' && letter.html !== undefined) return framedHtml(letter);
  return attachmentAnswer(letter, /^\/attachments\/(\d+)$/.exec(part)?.[1]);
}

/** `q` searches, `to` is one exact address, `limit` is 200 unless said. */
function listed(mailbox: Mailbox, query: URLSearchParams): readonly Envelope[] {
  const limit = Math.max(1, Number(query.get('limit')) || 200);
  const to = query.get('to')?.toLowerCase();
  const text = query.get('q') ?? '';
  if (to === undefined) return mailbox.list({ text, limit });
  const found = mailbox.list({ text, limit: Number.POSITIVE_INFINITY });
  return found.filter(({ destinations }) => destinations.some((address) => address.toLowerCase() === to)).slice(0, limit);
}

async function asJson(mail: Envelope, mailbox: Mailbox): Promise<Record<string, unknown>> {
  const letter = await mailbox.open(mail.id);
  return {
    id: mail.id,
    at: mail.at,
    from: letter?.from ?? mail.from,
    to: mail.destinations,
    subject: mail.subject,
    text: letter?.text,
    html: letter?.html,
    /** By name in lower case; of a repeated header the last. */
    headers: Object.fromEntries((letter?.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value])),
    attachments: (letter?.attachments ?? []).map(({ filename, type, bytes }, at) => ({
      filename,
      type,
      bytes: bytes.length,
      url: `/_local/mailbox/${mail.id}/attachments/${at}`,
      ...(type.startsWith('text/') ? { text: Buffer.from(bytes).toString('utf8') } : {}),
    })),
    links: letter?.links ?? [],
    tags: mail.tags,
    outcomes: mail.told,
  };
}

async function emlAnswer(id: string, mailbox: Mailbox): Promise<LocalAnswer> {
  const body = await mailbox.mime(id);
  if (body === undefined) return notFound();
  const headers = { 'content-type': 'message/rfc822', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  return { status: 200, headers: { ...headers, 'content-disposition': `attachment; filename="${id}.eml"` }, body };
}

/** Long attachments make a source nobody reads on a page. */
const longestSource = 100_000;

async function sourceOf(id: string, mailbox: Mailbox): Promise<string> {
  const text = Buffer.from((await mailbox.mime(id)) ?? '').toString('utf8');
  return text.length <= longestSource ? text : `${text.slice(0, longestSource)}\n… the rest is in the file`;
}

/** What a mail holds is not ours to trust: it gets an origin of its own, no script, no forms and nothing from elsewhere. */
const framePolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

function framedHtml(letter: Letter): LocalAnswer {
  let html = letter.html ?? '';
  for (const { contentId, type, bytes } of letter.attachments) {
    if (contentId !== undefined) html = html.replaceAll(`cid:${contentId}`, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  const base = '<base target="_blank">';
  const body = /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`) : `${base}${html}`;
  return htmlAnswer(body, framePolicy);
}

function attachmentAnswer(letter: Letter, at: string | undefined): LocalAnswer | undefined {
  const found = at === undefined ? undefined : letter.attachments[Number(at)];
  if (found === undefined) return undefined;
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.filename)}`,
      'cache-control': 'no-store',
    },
    body: found.bytes,
  };
}
