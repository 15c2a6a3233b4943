import PostalMime, { type Address, type Attachment } from 'postal-mime';

/** A mail as its reader would see it. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly LetterPart[];
  /** Every http(s) address in either part, each once, in reading order. */
  readonly links: readonly string[];
}

export interface LetterPart {
  readonly filename: string;
  readonly type: string;
  readonly contentId: string | undefined;
  readonly inline: boolean;
  readonly bytes: Uint8Array;
}

export async function readLetter(mime: Uint8Array): Promise<Letter> {
  const mail = await PostalMime.parse(mime);
  return {
    from: addresses(mail.from === undefined ? [] : [mail.from])[0] ?? '',
    to: addresses(mail.to ?? []),
    subject: mail.subject ?? '',
    html: mail.html,
    text: mail.text,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: mail.attachments.map(partOf),
    links: linksIn(mail.html ?? '', mail.text ?? ''),
  };
}

/** Bare addresses that the headers To, Cc and Bcc name: where SES delivers when it is given no destinations. */
export async function recipientsIn(
  mime: Uint8Array,
): Promise<{ from: string; recipients: string[]; subject: string; header(name: string): string | undefined }> {
  const mail = await PostalMime.parse(mime);
  const bare = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])]
    .flatMap((one) => one.group ?? [one])
    .map(({ address }) => address ?? '');
  return {
    from: mail.from?.address ?? '',
    recipients: bare.filter(Boolean),
    subject: mail.subject ?? '',
    header: (name) => mail.headers.find(({ key }) => key === name)?.value,
  };
}

function addresses(given: readonly Address[]): string[] {
  return given.flatMap((one) => one.group ?? [one]).map(({ name, address = '' }) => (name === '' ? address : `${name} <${address}>`));
}

function partOf(part: Attachment, at: number): LetterPart {
  const { content } = part;
  return {
    filename: part.filename ?? `part-${at + 1}`,
    type: part.mimeType,
    contentId: part.contentId?.replace(/^<|>$/g, ''),
    inline: part.related ?? part.disposition === 'inline',
    bytes: typeof content === 'string' ? Buffer.from(content, part.encoding ?? 'utf8') : new Uint8Array(content),
  };
}

function linksIn(html: string, text: string): string[] {
  const inHtml = [...html.matchAll(/href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(([, double, single]) => unescaped(double ?? single ?? ''));
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"']+/g)].map(([found]) => found.replace(/[).,;:!?\]]+$/, ''));
  return [...new Set([...inHtml, ...inText])].filter((link) => /^https?:\/\//i.test(link));
}

/** The few entities that a renderer writes into an attribute. */
function unescaped(value: string): string {
  return value
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
