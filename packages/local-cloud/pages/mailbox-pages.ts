import { type ComponentChildren, h } from 'preact';
import type { Letter } from '../identity-and-mail/mail/letter.ts';
import type { Envelope } from '../identity-and-mail/mail/mailbox.ts';
import { dayAndTimeOf, renderPage, table } from './layout.ts';

const seconds = 5;

export function mailboxPage(mails: readonly Envelope[], all: number, search: string): string {
  return renderPage({
    title: 'Mailbox',
    current: 'mailbox',
    refresh: seconds,
    body: [
      h('p', { class: 'lead' }, 'Every mail that the services sent, byte for byte. None of it left this machine.'),
      h('form', { method: 'get', action: '/_local/mailbox', role: 'search', class: 'search' }, [
        h('label', { for: 'q' }, 'Search subjects and addresses'),
        h('input', { id: 'q', name: 'q', type: 'search', value: search, autocomplete: 'off' }),
        h('button', { type: 'submit', class: 'button' }, 'Search'),
        search === '' ? null : h('a', { href: '/_local/mailbox' }, 'Show all'),
      ]),
      h('div', { 'data-live': 'mails' }, [
        h('p', { class: 'soft' }, search === '' ? counted(all) : `${counted(mails.length)} found for “${search}”, of ${all}`),
        mails.length === 0 ? h('p', { class: 'empty' }, 'Nothing here.') : h('ol', { class: 'mails' }, mails.map(mailLine)),
      ]),
    ],
  });
}

function counted(count: number): string {
  return count === 1 ? '1 mail' : `${count} mails`;
}

function mailLine(mail: Envelope): ComponentChildren {
  return h('li', null, [
    h('a', { class: 'subject', href: `/_local/mailbox/${mail.id}` }, mail.subject || '(no subject)'),
    h('span', { class: 'to' }, `to ${mail.destinations.join(', ')}`),
    h('span', { class: 'when' }, dayAndTimeOf(mail.at)),
    h('span', null, became(mail)),
  ]);
}

/** SES's words for what became of a mail, as people say them. */
const outcomeWords: Readonly<Record<string, string>> = { Delivery: 'Delivered', Bounce: 'Bounced', Complaint: 'Complained about' };

export function became({ told }: Envelope): ComponentChildren {
  const known = told.filter((what) => what !== 'Send');
  if (known.length === 0) return h('span', { class: 'soft' }, 'Accepted');
  return known.map((what) => h('span', { class: what === 'Delivery' ? 'tag good' : 'tag bad' }, outcomeWords[what] ?? what));
}

/** One letter as its reader sees it, and as it is made. The HTML stands in a frame that may run nothing. */
export function letterPage(mail: Envelope, letter: Letter, source: string): string {
  const at = `/_local/mailbox/${mail.id}`;
  const row = (name: string, value: ComponentChildren) => h('div', null, [h('dt', null, name), h('dd', null, value)]);
  return renderPage({
    title: letter.subject || '(no subject)',
    current: 'mailbox',
    back: { href: '/_local/mailbox', text: 'Mailbox' },
    body: [
      h('dl', { class: 'facts' }, [
        row('From', letter.from),
        row('To', mail.destinations.join(', ')),
        row('At', [dayAndTimeOf(mail.at), ' UTC']),
        row('Became', became(mail)),
        row(
          'Tags',
          Object.entries(mail.tags).map(([name, value]) => h('span', { class: 'tag' }, `${name}: ${value}`)),
        ),
        row('Sent by', mail.caller),
      ]),
      letter.links.length === 0
        ? null
        : part(
            'links',
            'Links in this letter',
            h(
              'ul',
              { class: 'links' },
              letter.links.map((link) => h('li', null, h('a', { href: link }, link))),
            ),
          ),
      letter.html === undefined
        ? null
        : part(
            'html',
            'As a page',
            h('iframe', {
              src: `${at}/html`,
              title: 'The letter as a page',
              sandbox: 'allow-popups allow-popups-to-escape-sandbox',
              class: 'letter',
            }),
          ),
      letter.text === undefined ? null : part('text', 'As plain text', h('pre', { class: 'letter', tabIndex: 0 }, letter.text)),
      letter.attachments.length === 0 ? null : part('attachments', 'Attachments', attachments(at, letter)),
      h('details', { id: 'headers' }, [
        h('summary', null, 'Headers'),
        table(
          'Headers in the order of the mail',
          [
            { head: 'Name', cell: (header) => header.name },
            { head: 'Value', cell: (header) => h('code', { class: 'line' }, header.value) },
          ],
          letter.headers,
          'No headers.',
        ),
      ]),
      h('details', { id: 'source' }, [
        h('summary', null, `Source (${mail.bytes.toLocaleString('en-GB')} bytes)`),
        h('p', null, h('a', { href: `${at}.eml` }, 'Download it as it was sent')),
        h('pre', { tabIndex: 0 }, source),
      ]),
    ],
  });
}

function part(id: string, title: string, body: ComponentChildren): ComponentChildren {
  return h('section', { 'aria-labelledby': `${id}-title` }, [h('h2', { id: `${id}-title` }, title), body]);
}

function attachments(at: string, letter: Letter): ComponentChildren {
  return h(
    'ul',
    null,
    letter.attachments.map(({ filename, type, bytes }, index) =>
      h('li', null, [h('a', { href: `${at}/attachments/${index}` }, filename), ` ${type}, ${bytes.length.toLocaleString('en-GB')} bytes`]),
    ),
  );
}
