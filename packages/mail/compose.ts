import MailComposer from 'nodemailer/lib/mail-composer';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly fileName: string;
  /** For example `text/calendar; charset=utf-8; method=PUBLISH`. */
  readonly contentType: string;
  readonly content: string;
}

export interface LetterParts {
  readonly from: Mailbox;
  /** One person: a letter never shows anybody another's address. */
  readonly to: Mailbox;
  readonly replyTo?: string;
  readonly subject: string;
  /** Left out for whoever prefers plain text. */
  readonly html?: string;
  readonly text: string;
  /** RFC 8058 where `oneClick`: the mail reader's own button posts to `url`. */
  readonly listUnsubscribe?: { readonly url: string; readonly oneClick: boolean };
  /** Further headers; their names are ours, never somebody's input. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly Attachment[];
  /** What calendars take out of a letter: an alternative part of its own, and the same as a file. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

export type Composed =
  | { readonly kind: 'composed'; readonly mime: Uint8Array }
  /** An address or a header that would not survive the journey as it is. */
  | { readonly kind: 'refused'; readonly part: 'from' | 'to' | 'replyTo' | 'header' | 'listUnsubscribe' };

/** The bytes of a letter, in ASCII throughout. Nothing that somebody typed can add a header or a recipient. */
export async function composeLetter(letter: LetterParts): Promise<Composed> {
  const refused = refusedPart(letter);
  if (refused) return { kind: 'refused', part: refused };
  const composer = new MailComposer({
    from: mailbox(letter.from),
    to: mailbox(letter.to),
    ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
    subject: oneLine(letter.subject),
    text: inLines(letter.text),
    ...(letter.html === undefined ? {} : { html: inLines(letter.html) }),
    headers: { ...letter.headers, ...unsubscribeHeaders(letter.listUnsubscribe) },
    attachments: (letter.attachments ?? []).map((part) => ({
      filename: oneLine(part.fileName),
      contentType: part.contentType,
      content: part.content,
    })),
    ...(letter.calendar ? { icalEvent: { ...letter.calendar, filename: 'event.ics' } } : {}),
    textEncoding: 'quoted-printable',
    // Lines of a message end by CRLF alone (RFC 5322, 2.3); servers turn letters away for a bare LF.
    newline: 'windows',
    // A letter is made of what it was given, never of what lies on a disk or at an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { kind: 'composed', mime: await composer.compile().build() };
}

/** A line break of any kind is one of the message's own, see `newline`. */
function inLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function mailbox({ name, address }: Mailbox) {
  return { name: oneLine(name).slice(0, 200), address };
}

/** Control characters and line breaks of every kind become spaces: what is one header stays one header. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

function refusedPart(letter: LetterParts): Extract<Composed, { kind: 'refused' }>['part'] | undefined {
  if (!isAddress(letter.from.address)) return 'from';
  if (!isAddress(letter.to.address)) return 'to';
  if (letter.replyTo && !isAddress(letter.replyTo)) return 'replyTo';
  if (!Object.entries(letter.headers ?? {}).every(([name, value]) => /^[A-Za-z][A-Za-z0-9-]*$/.test(name) && isPlain(value)))
    return 'header';
  if (letter.listUnsubscribe && !/^https?:\/\/[!#-;=?-~]+$/.test(letter.listUnsubscribe.url)) return 'listUnsubscribe';
  return undefined;
}

/** SES takes no letters outside ASCII before the @; the rest of the bar is what could end an address early and begin another. */
function isAddress(address: string): boolean {
  return address.length <= 254 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[^\s\p{Cc}@<>(),;:"\\[\]]+$/u.test(address);
}

function isPlain(value: string): boolean {
  return /^[ -~]*$/.test(value);
}

function unsubscribeHeaders(list: LetterParts['listUnsubscribe']): Readonly<Record<string, string>> {
  if (!list) return {};
  return {
    'List-Unsubscribe': `<${list.url}>`,
    ...(list.oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}
