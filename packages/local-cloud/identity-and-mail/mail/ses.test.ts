import { GetSendQuotaCommand, SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IdentityAndMail, startIdentityAndMail } from '../start.ts';
import { clientSettings, type Listening, smallGateway } from '../testing/small-gateway.ts';
import { newDataFolder, surroundingsIn } from '../testing/surroundings.ts';
import type { MailAllowance } from './limits.ts';
import type { BusEvent } from './outcome-events.ts';

const wide: MailAllowance = { perSecond: 10_000, perDay: 50_000 };

let folder: string;
let part: IdentityAndMail;
let door: Listening;
let ses: SESClient;
let events: BusEvent[];

async function start(allowance: MailAllowance = wide): Promise<void> {
  part = await startIdentityAndMail(surroundingsIn(folder), {
    putOnDefaultBus: async (event) => {
      events.push(event);
    },
    allowance,
    // Outcomes are told by settleMail, never by a timer that a slow machine could lose a race with.
    deliveryMoment: 3_600_000,
  });
  door = await smallGateway(part.services);
  ses = new SESClient(clientSettings(door.url));
}

async function stop(): Promise<void> {
  await part.stop();
  await door.close();
}

beforeEach(async () => {
  folder = await newDataFolder();
  events = [];
  await start();
});

afterEach(stop);

function mime(to = 'sam@example.org', subject = 'Your place is kept – à bientôt'): Promise<Buffer> {
  return new MailComposer({
    from: 'Network <hello@example.org>',
    to,
    subject,
    text: 'See https://example.org/place/abc.\nSee you there.',
    html: '<p>See <a href="https://example.org/place/abc?a=1&amp;b=2">your place</a>.</p>',
    attachments: [{ filename: 'event.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', contentType: 'text/calendar' }],
  })
    .compile()
    .build();
}

async function send(to: string | string[], extra: { tags?: Record<string, string>; set?: string } = {}): Promise<string> {
  const destinations = [to].flat();
  const answer = await ses.send(
    new SendRawEmailCommand({
      Source: 'hello@example.org',
      Destinations: destinations,
      RawMessage: { Data: await mime(destinations[0]) },
      ConfigurationSetName: extra.set ?? 'convener-mail',
      Tags: Object.entries(extra.tags ?? {}).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
  return answer.MessageId ?? '';
}

describe('sending', () => {
  it('keeps the very bytes, also over a restart', async () => {
    const bytes = await mime();
    const { MessageId: id = '' } = await ses.send(
      new SendRawEmailCommand({ Destinations: ['sam@example.org'], RawMessage: { Data: bytes } }),
    );
    await stop();
    await start();
    expect(Buffer.from((await part.mailbox.mime(id)) ?? '')).toEqual(bytes);
    expect(part.mailbox.list()).toMatchObject([
      { id, from: 'hello@example.org', destinations: ['sam@example.org'], subject: 'Your place is kept – à bientôt' },
    ]);
  });

  it('reads both parts, the attachment and every link', async () => {
    const letter = await part.mailbox.open(await send('sam@example.org'));
    expect(letter?.from).toBe('Network <hello@example.org>');
    expect(letter?.links).toEqual(['https://example.org/place/abc?a=1&b=2', 'https://example.org/place/abc']);
    expect(letter?.attachments).toMatchObject([{ filename: 'event.ics', type: 'text/calendar' }]);
  });

  it('takes recipients from the headers where none are given', async () => {
    await ses.send(new SendRawEmailCommand({ RawMessage: { Data: await mime('a@example.org, B <b@example.org>') } }));
    expect(part.mailbox.list()[0]?.destinations).toEqual(['a@example.org', 'b@example.org']);
  });

  it('refuses what SES refuses', async () => {
    const many = Array.from({ length: 51 }, (_, at) => `p${at}@example.org`);
    await expect(send(many)).rejects.toMatchObject({ name: 'InvalidParameterValue', message: 'Recipient count exceeds 50.' });
    await expect(send('sam@example.org', { set: 'other' })).rejects.toMatchObject({ name: 'ConfigurationSetDoesNotExistException' });
    await expect(send('sam@example.org', { tags: { letter: 'has a space' } })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    await expect(send('nobody')).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    const heavy = Buffer.concat([await mime(), Buffer.alloc(10 * 1024 * 1024, 'x')]);
    await expect(ses.send(new SendRawEmailCommand({ RawMessage: { Data: heavy } }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    expect(part.mailbox.count()).toBe(0);
  });

  it('says why SendEmail is not spoken', async () => {
    const command = new SendEmailCommand({
      Source: 'hello@example.org',
      Destination: { ToAddresses: ['sam@example.org'] },
      Message: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } },
    });
    await expect(ses.send(command)).rejects.toThrow(/SendRawEmail/);
  });
});

describe('the account’s limits', () => {
  it('throttles above the rate and keeps nothing of what it refused', async () => {
    await stop();
    await start({ perSecond: 0.001, perDay: 50 });
    await expect(send('a@example.org')).rejects.toMatchObject({ name: 'Throttling' });
    expect(part.mailbox.count()).toBe(0);
  });

  it('stops at the day’s quota', async () => {
    await stop();
    await start({ perSecond: 100, perDay: 3 });
    await send(['a@example.org', 'b@example.org']);
    await expect(send(['c@example.org', 'd@example.org'])).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Daily message quota exceeded.',
    });
    const quota = await ses.send(new GetSendQuotaCommand({}));
    expect(quota).toMatchObject({ Max24HourSend: 3, MaxSendRate: 100, SentLast24Hours: 2 });
  });
});

describe('what becomes of a mail', () => {
  const kinds = (): string[] => events.map((event) => event['detail-type']);

  it('is told on the default bus with the letter’s tag', async () => {
    const id = await send('sam@example.org', { tags: { letter: 'letter-1' } });
    await part.settleMail();
    expect(kinds()).toEqual(['Email Sent', 'Email Delivered']);
    expect(events[1]).toMatchObject({
      source: 'aws.ses',
      account: '000000000000',
      region: 'eu-west-2',
      resources: ['arn:aws:ses:eu-west-2:000000000000:configuration-set/convener-mail'],
      detail: {
        eventType: 'Delivery',
        mail: { messageId: id, tags: { letter: ['letter-1'], 'ses:configuration-set': ['convener-mail'] } },
        delivery: { recipients: ['sam@example.org'] },
      },
    });
  });

  it('follows the address: bounce and complaint', async () => {
    await send('bounce@simulator.example.org');
    await part.settleMail();
    expect(kinds()).toEqual(['Email Sent', 'Email Bounced']);
    expect(events[1]?.detail).toMatchObject({
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce@simulator.example.org' }] },
    });
    events = [];
    await send('complaint+7@simulator.example.org');
    await part.settleMail();
    expect(kinds()).toEqual(['Email Sent', 'Email Delivered', 'Email Complaint Received']);
    events = [];
    await send('softbounce@simulator.example.org');
    await part.settleMail();
    expect(events[1]?.detail).toMatchObject({ bounce: { bounceType: 'Transient' } });
  });

  it('is told after a restart, and each thing once', async () => {
    await send('sam@example.org');
    await stop();
    await start();
    await part.settleMail();
    await part.settleMail();
    expect(kinds()).toEqual(['Email Sent', 'Email Delivered']);
  });
});

describe('mishaps on order', () => {
  it('loses the mail, or keeps it and loses the answer', async () => {
    part.mishaps.next('answer 500');
    await expect(send('a@example.org')).rejects.toMatchObject({ name: 'InternalFailure', $metadata: { httpStatusCode: 500 } });
    part.mishaps.next('reset');
    await expect(send('a@example.org')).rejects.toThrow();
    expect(part.mailbox.count()).toBe(0);
    part.mishaps.next('lost reply');
    await expect(send('a@example.org')).rejects.toThrow();
    expect(part.mailbox.count()).toBe(1);
    await send('a@example.org');
    expect(part.mailbox.count()).toBe(2);
  });

  it('hangs after accepting until it is released', async () => {
    part.mishaps.next('hang');
    const hanging = send('a@example.org').catch((problem: unknown) => problem);
    while (part.mailbox.count() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await part.stop();
    expect(await hanging).toBeInstanceOf(Error);
  });

  it('shows why a mailer must not retry by itself: the usual client sends twice after a lost reply', async () => {
    const eager = new SESClient({ ...clientSettings(door.url), maxAttempts: 3 });
    part.mishaps.next('lost reply');
    await eager.send(new SendRawEmailCommand({ Destinations: ['a@example.org'], RawMessage: { Data: await mime() } }));
    expect(part.mailbox.count()).toBe(2);
  });
});
