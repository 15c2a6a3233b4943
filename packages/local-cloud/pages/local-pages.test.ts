import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalAnswer, LocalPages } from '../front/local-pages.ts';
import { type IdentityAndMail, startIdentityAndMail } from '../identity-and-mail/start.ts';
import { clientSettings, smallGateway } from '../identity-and-mail/testing/small-gateway.ts';
import { newDataFolder, surroundingsIn } from '../identity-and-mail/testing/surroundings.ts';
import { createLocalPages } from './local-pages.ts';
import type { PageSources } from './sources.ts';
import { busyJournal, sampleSources } from './testing/sample-sources.ts';

const hostile = '<img src=x onerror=alert(1)> & "friends"';

let part: IdentityAndMail;
let pages: LocalPages;
let redriven: string[];

beforeEach(async () => {
  part = await startIdentityAndMail(surroundingsIn(await newDataFolder()), {
    putOnDefaultBus: async () => undefined,
    deliveryMoment: 3_600_000,
  });
  redriven = [];
  show({});
});

afterEach(() => part.stop());

function show(changed: Partial<PageSources>): void {
  const redrive = async (name: string): Promise<number> => {
    redriven.push(name);
    return 2;
  };
  pages = createLocalPages(sampleSources(part, busyJournal(new Date()), { redrive, ...changed }));
}

async function ask(method: string, address: string, headers: Record<string, string> = {}): Promise<LocalAnswer & { text: string }> {
  const url = new URL(address, 'http://127.0.0.1:3000');
  const answer = await pages.handle({ method, path: url.pathname, query: url.searchParams, headers, body: new Uint8Array() });
  if (answer === undefined) throw new Error('no answer');
  return { ...answer, text: Buffer.from(answer.body).toString('utf8') };
}

const get = (address: string, headers?: Record<string, string>) => ask('GET', address, headers);

async function send(to: string, subject: string, html = '<p>Hello <img src="cid:logo"></p><script>alert(1)</script>'): Promise<string> {
  const door = await smallGateway(part.services);
  const Data = await new MailComposer({
    from: 'Network <hello@example.org>',
    to,
    subject,
    text: 'See https://example.org/a',
    html,
    attachments: [
      { filename: 'logo.png', content: Buffer.from('png'), contentType: 'image/png', cid: 'logo' },
      { filename: 'event.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' },
    ],
  })
    .compile()
    .build();
  const ses = new SESClient(clientSettings(door.url));
  const { MessageId = '' } = await ses.send(
    new SendRawEmailCommand({
      Destinations: [to],
      RawMessage: { Data },
      ConfigurationSetName: 'convener-mail',
      Tags: [{ Name: 'letter', Value: 'let_1' }],
    }),
  );
  await door.close();
  return MessageId;
}

describe('what runs', () => {
  it('draws who speaks, what carries and who listens, from the stack', async () => {
    const { text } = await get('/_local/');
    const diagram = /<svg class="diagram wide".*?<\/svg>/s.exec(text)?.[0] ?? '';
    for (const name of ['events', 'registration', 'reports', 'mail (SES)', 'convener-local', 'default'])
      expect(diagram).toContain(`>${name}</text>`);
    expect(diagram).toContain('Domain events go from events, registration');
    expect(diagram).toContain('2 set aside');
  });

  it('tells newest first what happened, who heard it, and what ran', async () => {
    const { text } = await get('/_local/');
    const told = text.slice(text.indexOf('Domain events since the start'));
    expect(told.indexOf('organiser.signed-in.v1')).toBeLessThan(told.indexOf('registration.confirmed.v1'));
    const state = JSON.parse((await get('/_local/state.json')).text);
    expect(state.domainEvents[1]).toMatchObject({
      detailType: 'registration.confirmed.v1',
      reached: ['accessibility', 'reflections', 'mailing'],
    });
    expect(state.functions.find(({ shortName }: { shortName: string }) => shortName === 'registration-public')).toMatchObject({
      runs: 2,
      cold: 1,
      failed: 0,
    });
    expect(state.totals).toMatchObject({ invocations: 5, domainEvents: 4, setAside: 2 });
    expect(state.tables.find(({ shortName }: { shortName: string }) => shortName === 'accessibility-needs')).toMatchObject({
      stream: false,
      ownKey: true,
    });
  });

  it('runs nothing inline and can be held still', async () => {
    const { text, headers } = await get('/_local/');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(text).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+=/);
    expect((await get('/_local/?still=1')).text).not.toContain('refresh.js');
  });

  it('leaves gaps where a part cannot answer, instead of failing', async () => {
    show({ queueDepths: () => Promise.reject(new Error('busy')), tableCounts: () => Promise.reject(new Error('busy')) });
    const { status, text } = await get('/_local/');
    expect([status, text.includes('– waiting')]).toEqual([200, true]);
  });

  it('escapes whatever came in from elsewhere', async () => {
    const journal = busyJournal(new Date());
    journal.tell({
      kind: 'domain-event',
      at: new Date().toISOString(),
      bus: 'b',
      source: hostile,
      detailType: hostile,
      id: hostile,
      matchedRules: [hostile],
    });
    journal.tell({ kind: 'log', at: new Date().toISOString(), functionName: hostile, line: hostile });
    show({ journal });
    await send('sam@example.org', hostile);
    for (const page of [
      '/_local/',
      '/_local/mailbox',
      `/_local/mailbox?q=${encodeURIComponent(hostile)}`,
      `/_local/?moved=${encodeURIComponent(hostile)}`,
    ]) {
      const { text } = await get(page);
      expect(text).not.toContain('<img');
      // The broken twin: the same words are there, only made harmless.
      if (!page.includes('moved')) expect(text).toContain('&lt;img');
    }
  });
});

describe('the mailbox', () => {
  it('lists the newest first, and finds by subject and address', async () => {
    await send('sam@example.org', 'First');
    await send('kim@example.org', 'Second');
    const list = (await get('/_local/mailbox')).text;
    expect(list.indexOf('Second')).toBeLessThan(list.indexOf('First'));
    const found = (await get('/_local/mailbox?q=SAM+first')).text;
    expect([found.includes('First'), found.includes('>Second<')]).toEqual([true, false]);
  });

  it('gives tests all of a mail as JSON', async () => {
    const id = await send('sam@example.org', 'First');
    await send('kim@example.org', 'Second');
    await part.settleMail();
    const all = JSON.parse((await get('/_local/mailbox.json')).text);
    expect(all.map(({ subject }: { subject: string }) => subject)).toEqual(['Second', 'First']);
    const [mail, ...others] = JSON.parse((await get('/_local/mailbox.json?to=sam@example.org')).text);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      id,
      from: 'Network <hello@example.org>',
      to: ['sam@example.org'],
      subject: 'First',
      text: expect.stringContaining('See https://example.org/a'),
      links: ['https://example.org/a'],
      tags: { letter: 'let_1' },
      outcomes: ['Send', 'Delivery'],
      headers: { subject: 'First' },
    });
    expect(mail.attachments[1]).toMatchObject({
      filename: 'event.ics',
      type: 'text/calendar',
      text: expect.stringContaining('BEGIN:VCALENDAR'),
    });
  });

  it('shows a letter in a frame that can run nothing and reach nothing', async () => {
    const id = await send('sam@example.org', 'First');
    const page = (await get(`/_local/mailbox/${id}`)).text;
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).not.toContain('<script>alert');
    const framed = await get(`/_local/mailbox/${id}/html`);
    const policy = framed.headers['content-security-policy'] ?? '';
    expect(policy).toContain('sandbox');
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src|connect-src/);
    expect(framed.text).toContain('data:image/png;base64,');
  });

  it('hands out the source and attachments as files, never as pages', async () => {
    const id = await send('sam@example.org', 'First');
    const eml = await get(`/_local/mailbox/${id}.eml`);
    expect([eml.headers['content-type'], eml.text.includes('Subject: First')]).toEqual(['message/rfc822', true]);
    const file = await get(`/_local/mailbox/${id}/attachments/1`);
    expect(file.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
    expect(file.headers['content-disposition']).toContain('attachment');
  });

  it('knows only its own letters', async () => {
    await send('sam@example.org', 'First');
    for (const path of [
      '/_local/mailbox/index.ndjson',
      '/_local/mailbox/..%2Fkeys.json',
      '/_local/mailbox/other',
      '/_local/mailbox/other.eml',
      '/_local/nothing',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

describe('what may be done from here', () => {
  const path = '/_local/queues/convener-local-accessibility-set-aside/redrive';

  it('moves set-aside messages back from its own page, or for a program on this machine', async () => {
    const answer = await ask('POST', path, { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/_local/?moved=2#queues-title']);
    expect((await ask('POST', path)).status).toBe(303);
    expect(redriven).toEqual(['convener-local-accessibility-set-aside', 'convener-local-accessibility-set-aside']);
    expect((await ask('POST', '/_local/queues/other/redrive')).status).toBe(404);
  });

  it.each([
    { origin: 'https://elsewhere.example.org' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('does nothing for another site: %j', async (headers: Record<string, string>) => {
    expect((await ask('POST', path, headers)).status).toBe(403);
    expect((await get('/_local/token?role=organiser', headers)).status).toBe(403);
    expect(redriven).toEqual([]);
  });

  it('gives a token for a role that exists', async () => {
    const { status, text, headers } = await get('/_local/token?role=editor');
    expect([status, headers['content-type'], text.trim().split('.').length]).toEqual([200, 'text/plain; charset=utf-8', 3]);
    expect(JSON.parse((await get('/_local/token?role=editor', { accept: 'application/json' })).text)).toMatchObject({ role: 'editor' });
    expect((await get('/_local/token?role=owner')).status).toBe(400);
    expect((await get('/_local/token')).status).toBe(400);
  });
});
