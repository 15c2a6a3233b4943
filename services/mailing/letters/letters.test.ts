import { letterHtml, letterText } from '@convener/mail/content';
import { HtmlValidate } from 'html-validate';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { letterTemplates, templateRules } from '../domain/letter-templates.ts';
import { anEvent, look } from '../testing/send-ports.ts';
import type { Person } from '../use-cases/ports.ts';
import type { LetterContext } from '../use-cases/send-ports.ts';
import { contentOf } from './content.ts';
import { press } from './press.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'off',
    'void-style': 'off',
    'presentation-role-style': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'no-raw-characters': 'off',
  },
});

const context: LetterContext = {
  event: { ...anEvent, title: 'Bread & <roses>', place: 'Village hall, Example Street' },
  report: {
    id: 'rpt_1',
    eventId: 'evt_1',
    slug: 'bread',
    title: 'Event report: Bread & <roses>',
    edition: 1,
    publishedAt: '2026-06-01T09:00:00.000Z',
  },
  note: { subject: 'Thank you', body: 'One.\n\nTwo <b>.' },
};

/** It goes to somebody whose name nobody here knows, about no event. */
const isInvitation = (template: (typeof letterTemplates)[number]) => template === 'organiser.invited';

function personFor(template: (typeof letterTemplates)[number]): Person {
  const links = Object.fromEntries(templateRules[template].links.map((name) => [name, `https://example.org/${name}/token`]));
  return { name: 'Ada <script>', address: 'ada@example.org', format: 'html', status: 'confirmed', links };
}

function contentFor(template: (typeof letterTemplates)[number], over: Partial<LetterContext> = {}) {
  const recipient = {
    kind: template.startsWith('member.') ? ('member' as const) : isInvitation(template) ? ('organiser' as const) : ('attendee' as const),
    id: 'x',
  };
  const unsubscribe = templateRules[template].stream && 'https://example.org/unsubscribe/token';
  return contentOf({ template, recipient }, personFor(template), { ...context, ...over }, unsubscribe, look);
}

describe.each(letterTemplates)('%s', (template) => {
  test('is sound HTML and plain text with every link that it was given, and what was typed stays text', async () => {
    const content = contentFor(template);
    if (!content) throw new Error('incomplete');
    const [html, text] = [letterHtml(content), letterText(content)];
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
    expect(html).not.toContain('<script>');
    expect(text).toContain(templateRules[template].unproven || isInvitation(template) ? 'Hello,' : 'Hello Ada <script>,');
    for (const url of Object.values(personFor(template).links)) {
      if (url.includes('preferences') && !templateRules[template].stream && !template.startsWith('member.')) continue;
      expect([html.includes(url), text.includes(url)]).toEqual([true, true]);
    }
    expect(text.includes('https://example.org/unsubscribe/token')).toBe(templateRules[template].stream !== undefined);
  });

  test('has a subject that says what it is, in one line, and nothing of anybody’s needs', () => {
    const content = contentFor(template);
    expect(content?.subject).toMatch(/^[^\r\n]{5,150}$/);
    expect(content?.subject).not.toMatch(/access|need|disab|support/i);
  });

  test('waits for what it speaks of', () => {
    const needsEvent = !template.startsWith('member.') && !isInvitation(template);
    expect(contentFor(template, { event: undefined }) === undefined).toBe(needsEvent);
  });
});

test('a date is told in the event’s own time zone, which is named where people take part from elsewhere', () => {
  const content = contentFor('registration.confirmed');
  expect(content && letterText(content)).toContain('When: Wednesday, 20 May 2026, 10am to 12:30pm, UK time');
});

describe('somebody else’s address, with a message typed for a name', () => {
  const message = 'You have won, see https://example.org/prize';
  const toStranger = { ...personFor('registration.requested'), name: message };
  const print = press(
    { ...look, from: 'network@example.org' },
    { unsubscribe: async () => 'https://example.org/unsubscribe/token' },
    async () => 'key',
  );

  /** The whole letter as it leaves, its parts decoded. */
  async function leaves(template: (typeof letterTemplates)[number]): Promise<string> {
    const at = '2026-05-01T09:00:00.000Z';
    const ids = { id: 'let_1', recipient: { kind: 'attendee', id: 'x' }, eventId: 'evt_1', mailingId: undefined } as const;
    const letter = { ...ids, template, lane: 'service', state: 'sending', queuedAt: at, dueAt: at, refusals: 0 } as const;
    const printed = await print(letter, toStranger, context);
    if (printed.kind !== 'printed') throw new Error('not printed');
    const mail = await PostalMime.parse(printed.mime);
    return JSON.stringify([mail.to, mail.subject, mail.text, mail.html]);
  }

  test.each(['registration.requested', 'member.join-requested'] as const)('goes into no part of %s', async (template) => {
    const mail = await leaves(template);
    expect(mail).toContain('ada@example.org');
    expect(mail).not.toContain('won');
    expect(mail).not.toContain('https://example.org/prize');
  });

  test('is caught by this test: in a letter to somebody proven it stands in the greeting', async () => {
    expect(await leaves('registration.confirmed')).toContain('https://example.org/prize');
  });

  test('every letter that a stranger can set off is one of them, or speaks only of what its owner said', () => {
    const unproven = letterTemplates.filter((template) => templateRules[template].unproven);
    expect(unproven).toEqual(['registration.requested', 'member.join-requested']);
  });
});

test('who gives up their place and comes back gets a later entry for their calendar, though the event is as it was', async () => {
  const print = press(
    { ...look, from: 'network@example.org' },
    { unsubscribe: async () => 'https://example.org/unsubscribe/token' },
    async () => 'key',
  );
  const numberIn = async (template: 'registration.confirmed' | 'registration.cancelled', status: string, version: number) => {
    const ids = { id: 'let_1', recipient: { kind: 'attendee', id: 'x' }, eventId: 'evt_1', mailingId: undefined } as const;
    const at = '2026-05-01T09:00:00.000Z';
    const letter = { ...ids, template, lane: 'service', state: 'sending', queuedAt: at, dueAt: at, refusals: 0 } as const;
    const printed = await print(letter, { ...personFor(template), status, version }, context);
    if (printed.kind !== 'printed') throw new Error('not printed');
    const mail = await PostalMime.parse(printed.mime, { attachmentEncoding: 'utf8' });
    const entry = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content;
    return Number(/SEQUENCE:(\d+)/.exec(String(entry))?.[1]);
  };
  const placed = await numberIn('registration.confirmed', 'confirmed', 2);
  const gone = await numberIn('registration.cancelled', 'cancelled', 3);
  const back = await numberIn('registration.confirmed', 'confirmed', 5);
  expect(placed < gone && gone < back).toBe(true);
});

test('the button of a report leads to where the report is published, without a slash that no file has', () => {
  const content = contentFor('report.published');
  expect(content && letterText(content)).toMatch(/\/reports\/bread$/m);
});

test('what goes to people who wait as well says nothing of a place that they have', () => {
  const change = { was: { ...anEvent, place: 'Elsewhere' }, is: anEvent };
  const content = contentFor('event.changed', { change });
  if (!content) throw new Error('incomplete');
  expect(content.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join(' ')).not.toMatch(/your place/i);
});

test('in a test letter a name stands where an organiser’s words ask for one, as in the preview', async () => {
  const print = press({ ...look, from: 'network@example.org' }, { unsubscribe: async () => '' }, async () => 'key');
  const at = '2026-05-01T09:00:00.000Z';
  const ids = { id: 'let_1', recipient: { kind: 'tester', id: 'x' }, eventId: 'evt_1', mailingId: undefined } as const;
  const letter = { ...ids, template: 'event.reminder', lane: 'service', state: 'sending', queuedAt: at, dueAt: at, refusals: 0 } as const;
  const text = { subject: 'Soon, {name}', body: 'Dear {name}, see you.' };
  const printed = await print(letter, { ...personFor('event.reminder'), name: '', status: 'test' }, { ...context, text });
  if (printed.kind !== 'printed') throw new Error('not printed');
  const mail = await PostalMime.parse(printed.mime);
  expect([mail.subject, mail.to?.[0]?.name, mail.text?.includes('Dear Alex, see you.')]).toEqual(['Soon, Alex', '', true]);
});

test.each(['event.reminder', 'report.published'] as const)(
  'a test letter says who asked for it, and nothing of its address: %s',
  (template) => {
    const unsubscribe = templateRules[template].stream && 'https://example.org/unsubscribe/token';
    const content = contentOf({ template, recipient: { kind: 'tester', id: 'x' } }, personFor(template), context, unsubscribe, look);
    const said = content && letterText(content).replace(/\s+/g, ' ');
    expect(said).toContain('because an organiser of Example Network asked for a test to this address.');
    expect(said).not.toMatch(/was registered|asked for the report/);
  },
);
