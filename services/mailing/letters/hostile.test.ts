import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import { anEvent, look } from '../testing/send-ports.ts';
import type { Person } from '../use-cases/ports.ts';
import type { LetterContext } from '../use-cases/send-ports.ts';
import { press } from './press.ts';

const print = press(
  { ...look, from: 'network@example.org' },
  { unsubscribe: async () => 'https://example.org/unsubscribe/token' },
  async () => 'key',
);

const ada: Person = {
  name: 'Ada',
  address: 'ada@example.org',
  format: 'html',
  status: 'confirmed',
  links: {
    manage: 'https://example.org/manage/token',
    calendar: 'https://example.org/calendar/token',
    offer: 'https://example.org/offer/t',
  },
};

async function leaves(template: LetterTemplate, person: Person, context: LetterContext) {
  const at = '2026-05-01T09:00:00.000Z';
  const ids = { id: 'let_1', recipient: { kind: 'attendee', id: 'x' }, eventId: 'evt_1', mailingId: undefined } as const;
  const letter = { ...ids, template, lane: 'service', state: 'sending', queuedAt: at, dueAt: at, refusals: 0 } as const;
  const printed = await print(letter, person, context);
  if (printed.kind !== 'printed') throw new Error(printed.kind);
  const mail = await PostalMime.parse(printed.mime);
  return {
    mail,
    headers: mail.headers.map(({ key }) => key).sort(),
    recipients: [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].map(({ address }) => address),
    parts: mail.attachments.map(({ mimeType }) => mimeType).sort(),
  };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constantFrom(
    'x\r\nBcc: thief@example.net',
    'x\nTo: thief@example.net\n\nbody',
    '=?utf-8?Q?=0D=0ABcc:_thief@example.net?=',
    '{name}\r\nCc: thief@example.net',
    'x\u2028Cc: thief@example.net',
    'END:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:thief@example.net',
    `${'long '.repeat(400)}\r\nX-Extra: 1`,
    '--boundary\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>',
    '\ud800 half a pair',
    '{{name}} {event} }{',
  ),
);

const fields = ['subject', 'body', 'title', 'place', 'was', 'name'] as const;

function contextWith(text: string, where: (typeof fields)[number]): LetterContext {
  const event = { ...anEvent, place: 'Hall', ...(where === 'title' ? { title: text } : {}), ...(where === 'place' ? { place: text } : {}) };
  const own = {
    subject: where === 'subject' ? text : 'For {name}: {event}',
    body: where === 'body' ? text : 'At {where}.\n\n{when} {network}',
  };
  const was = { ...anEvent, place: where === 'was' ? text : 'Elsewhere' };
  return { event, report: undefined, note: undefined, text: own, change: { was, is: event } };
}

describe('hostile strings in what an organiser writes and an event holds', () => {
  const templates = ['event.changed', 'registration.confirmed', 'event.cancelled', 'event.reminder'] as const;

  test('add no header, recipient or part: 2,000 letters read by an independent parser', async () => {
    const usual = new Map(
      await Promise.all(templates.map(async (template) => [template, await leaves(template, ada, contextWith('plain', 'body'))] as const)),
    );
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...fields), fc.constantFrom(...templates), async (text, where, template) => {
        const found = await leaves(template, where === 'name' ? { ...ada, name: text } : ada, contextWith(text, where));
        const { headers, parts } = usual.get(template) ?? found;
        expect(found.headers.filter((name, at, all) => !headers.includes(name) || all.indexOf(name) !== at)).toEqual([]);
        expect(found.recipients).toEqual(['ada@example.org']);
        expect(found.parts).toEqual(parts);
        expect(found.mail.html ?? '').not.toContain('<script>');
      }),
      { numRuns: 2000, seed: 8 },
    );
  }, 120_000);

  test('no words can lose a link: what can be done stands in every letter, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { mail } = await leaves('event.reminder', ada, contextWith(text, 'body'));
        expect([mail.text?.includes('https://example.org/manage/token'), mail.html?.includes('https://example.org/manage/token')]).toEqual([
          true,
          true,
        ]);
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  test('the test is able to fail: a letter put together by hand lets a recipient in', async () => {
    const byHand = `From: network@example.org\r\nTo: ada@example.org\r\nSubject: x\r\nBcc: thief@example.net\r\n\r\nHello`;
    const mail = await PostalMime.parse(byHand);
    expect(mail.bcc?.length).toBe(1);
  });
});
