import { randomUUID } from 'node:crypto';
import type { Stack } from '../../stack/model.ts';
import type { Envelope } from './mailbox.ts';

/** One event in the shape that the default bus carries. https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-eventbridge.html */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export type OutcomeKind = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

const detailTypes: Readonly<Record<OutcomeKind, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

/** What becomes of a mail is decided by its address, as at SES's mailbox simulator: `bounce@…`, `softbounce@…`, `complaint@…`, else delivered. */
export function kindsFor(mail: Envelope): OutcomeKind[] {
  const bounced = bouncing(mail).length;
  const kinds: OutcomeKind[] = [];
  if (bounced > 0) kinds.push('Bounce');
  if (bounced < mail.destinations.length) kinds.push('Delivery');
  if (addressed(mail, 'complaint').length > 0) kinds.push('Complaint');
  return kinds;
}

function addressed(mail: Envelope, name: string): string[] {
  return mail.destinations.filter((address) => address.toLowerCase().split(/[@+]/)[0] === name);
}

function bouncing(mail: Envelope): string[] {
  return [...addressed(mail, 'bounce'), ...addressed(mail, 'softbounce')];
}

export function eventOf(stack: Stack, mail: Envelope, kind: OutcomeKind, now: Date): BusEvent {
  const { account, region } = stack;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailTypes[kind],
    source: 'aws.ses',
    account,
    time: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [`arn:aws:ses:${region}:${account}:configuration-set/${mail.configurationSet ?? ''}`],
    detail: { eventType: kind, mail: mailDetail(stack, mail), [kind.toLowerCase()]: outcomeDetail(mail, kind, now) },
  };
}

function mailDetail({ account, region }: Stack, mail: Envelope): Record<string, unknown> {
  const domain = mail.from.split('@').at(-1) ?? '';
  const tags = {
    'ses:operation': ['SendRawEmail'],
    'ses:configuration-set': [mail.configurationSet ?? ''],
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [domain],
    'ses:caller-identity': [mail.caller],
  };
  return {
    timestamp: mail.at,
    source: mail.from,
    sourceArn: `arn:aws:ses:${region}:${account}:identity/${domain}`,
    sendingAccountId: account,
    messageId: mail.id,
    destination: mail.destinations,
    headersTruncated: false,
    headers: [
      { name: 'From', value: mail.from },
      { name: 'To', value: mail.destinations.join(', ') },
      { name: 'Subject', value: mail.subject },
    ],
    commonHeaders: { from: [mail.from], to: mail.destinations, messageId: mail.id, subject: mail.subject },
    tags: { ...tags, ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])) },
  };
}

function outcomeDetail(mail: Envelope, kind: OutcomeKind, now: Date): Record<string, unknown> {
  const timestamp = now.toISOString();
  switch (kind) {
    case 'Send':
      return {};
    case 'Delivery': {
      const bounced = bouncing(mail);
      return {
        timestamp,
        processingTimeMillis: 400,
        recipients: mail.destinations.filter((address) => !bounced.includes(address)),
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'mta.example.org',
      };
    }
    case 'Bounce': {
      // A mail with both kinds of bad address tells the lasting one: that is what a sender must act on.
      const lasting = addressed(mail, 'bounce').length > 0;
      return {
        feedbackId: randomUUID(),
        bounceType: lasting ? 'Permanent' : 'Transient',
        bounceSubType: lasting ? 'General' : 'MailboxFull',
        bouncedRecipients: bouncing(mail).map((emailAddress) => ({
          emailAddress,
          action: 'failed',
          status: lasting ? '5.1.1' : '4.2.2',
          diagnosticCode: lasting ? 'smtp; 550 5.1.1 user unknown' : 'smtp; 452 4.2.2 mailbox full',
        })),
        timestamp,
        reportingMTA: 'dns; mta.example.org',
      };
    }
    case 'Complaint':
      return {
        feedbackId: randomUUID(),
        complaintSubType: null,
        complainedRecipients: addressed(mail, 'complaint').map((emailAddress) => ({ emailAddress })),
        timestamp,
        complaintFeedbackType: 'abuse',
        userAgent: 'local mailbox simulator',
        arrivalDate: timestamp,
      };
  }
}
