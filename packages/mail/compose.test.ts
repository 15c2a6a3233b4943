import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeLetter, type LetterParts } from './compose.ts';

const plain: LetterParts = {
  from: { name: 'Example Network', address: 'events@example.org' },
  to: { name: 'Ada Example', address: 'ada@example.org' },
  subject: 'Your place',
  html: '<p>Hello</p>',
  text: 'Hello',
};

async function compose(parts: Partial<LetterParts>): Promise<Uint8Array> {
  const composed = await composeLetter({ ...plain, ...parts });
  if (composed.kind === 'refused') throw new Error(`refused: ${composed.part}`);
  return composed.mime;
}

async function readBack(mime: Uint8Array) {
  const mail = await PostalMime.parse(mime);
  return {
    headerNames: mail.headers.map(({ key }) => key).sort(),
    recipients: [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].map(({ address }) => address),
    mail,
  };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constantFrom(
    'x\r\nBcc: thief@example.net',
    'x\nTo: thief@example.net\n\nbody',
    '=?utf-8?Q?=0D=0ABcc:_thief@example.net?=',
    'Ada <thief@example.net>, more',
    '"Ada" <thief@example.net>',
    'x\u2028Cc: thief@example.net',
    '\u0000\r\n\r\n<script>alert(1)</script>',
    'a@example.org, b@example.org;',
    '(comment) group: thief@example.net;',
    `${'long '.repeat(400)}\r\nX-Extra: 1`,
    '\ud800 half a pair',
  ),
  fc.tuple(fc.string(), fc.constantFrom('\r\n', '\n', '\r', '\u0085', '\u2029'), fc.string()).map((parts) => parts.join('')),
);

describe('hostile strings in every field', () => {
  test('add no header and no recipient: 2,000 letters read by an independent parser', async () => {
    const usual = (await readBack(await compose({}))).headerNames;
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom('name', 'from', 'subject', 'text', 'html', 'file'), async (text, where) => {
        const found = await readBack(await compose(withHostile(text, where)));
        expect(found.headerNames.filter((name, at, all) => !usual.includes(name) || all.indexOf(name) !== at)).toEqual([]);
        expect(found.recipients).toEqual(['ada@example.org']);
      }),
      { numRuns: 2000, seed: 8 },
    );
  });

  test('an address that could become two, or a header of its own, is refused or stays one', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const composed = await composeLetter({ ...plain, to: { name: '', address: text } });
        if (composed.kind === 'refused') return;
        expect((await readBack(composed.mime)).recipients).toHaveLength(1);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  test('the check is able to fail: headers written by hand let the same strings in', async () => {
    const byHand = (subject: string) =>
      Buffer.from(`From: events@example.org\r\nTo: ada@example.org\r\nSubject: ${subject}\r\n\r\nHello\r\n`);
    const found = await readBack(byHand('x\r\nBcc: thief@example.net'));
    expect(found.recipients).toContain('thief@example.net');
  });
});

function withHostile(text: string, where: string): Partial<LetterParts> {
  switch (where) {
    case 'name':
      return { to: { ...plain.to, name: text } };
    case 'from':
      return { from: { ...plain.from, name: text } };
    case 'subject':
      return { subject: text };
    case 'text':
      return { text: `${text}.` };
    case 'file':
      return { attachments: [{ fileName: text, contentType: 'text/calendar', content: text }] };
    default:
      return { html: `<p>${text}</p>` };
  }
}

describe('what a letter carries', () => {
  test('both parts, whole, whatever their alphabet', async () => {
    const { mail } = await readBack(await compose({ text: 'Fàilte 你好 🙂', html: '<p>Fàilte 你好 🙂</p>', subject: 'Fàilte 🙂' }));
    expect(mail.text?.trim()).toBe('Fàilte 你好 🙂');
    expect(mail.html).toContain('Fàilte 你好 🙂');
    expect(mail.subject).toBe('Fàilte 🙂');
  });

  test('plain text alone, for whoever prefers it', async () => {
    const { html: _, ...textOnly } = plain;
    const composed = await composeLetter(textOnly);
    if (composed.kind !== 'composed') throw new Error('refused');
    const { mail } = await readBack(composed.mime);
    expect(mail.html).toBeUndefined();
    expect(mail.text?.trim()).toBe('Hello');
  });

  test('one-click unsubscribe as RFC 8058 writes it', async () => {
    const { mail } = await readBack(await compose({ listUnsubscribe: { url: 'https://example.org/unsubscribe/abc', oneClick: true } }));
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toBe('<https://example.org/unsubscribe/abc>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  test('a calendar file', async () => {
    const { mail } = await readBack(
      await compose({
        attachments: [{ fileName: 'event.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content: 'BEGIN:VCALENDAR' }],
      }),
    );
    expect(mail.attachments[0]?.filename).toBe('event.ics');
    expect(mail.attachments[0]?.mimeType).toBe('text/calendar');
  });

  test('lines end by CRLF alone, in every part and encoding: servers turn a bare LF away', async () => {
    const calendar = { method: 'REQUEST', content: 'A:1\r\nB:2\r\n' } as const;
    for (const text of ['One\ntwo\n\nthree', 'Eins\nzwei: Grüße\n', `${'long '.repeat(400)}\r\nand short\rend`]) {
      const mime = Buffer.from(await compose({ text, html: `<p>${text}</p>`, calendar })).toString('latin1');
      expect(mime.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  test('nothing but ASCII on the wire, no line over what SMTP allows, and no name of a machine', async () => {
    const mime = Buffer.from(await compose({ text: `${'ä'.repeat(3000)} end`, subject: 'ü'.repeat(300) })).toString('latin1');
    expect(mime.split('\r\n').every((line) => line.length <= 998 && /^[\t -~]*$/.test(line))).toBe(true);
    expect(mime).toMatch(/message-id: <[^>]+@example\.org>/i);
  });
});
