import { randomUUID } from 'node:crypto';
import type { Clock } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import type { Envelope, Mailbox } from './mailbox.ts';

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

export interface Outcomes {
  /** Tells the bus that the mail was sent, and a moment later what became of it. */
  follow(mail: Envelope): void;
  /** Takes up again what a stop interrupted. */
  resume(): void;
  /** Tells at once what is still due, for tests that do not wait. */
  settle(): Promise<void>;
  stop(): void;
}

type OutcomeKind = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

const detailTypes: Readonly<Record<OutcomeKind, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

export interface OutcomeParts {
  readonly stack: Stack;
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  readonly putOnDefaultBus: (event: BusEvent) => Promise<void>;
  /** How long a delivery takes, in milliseconds. */
  readonly moment: number;
}

/** What becomes of a mail is decided by its address, as at SES's mailbox simulator: `bounce@…`, `softbounce@…`, `complaint@…`, else delivered. */
export function outcomes({ stack, mailbox, clock, putOnDefaultBus, moment }: OutcomeParts): Outcomes {
  const due = new Map<string, NodeJS.Timeout>();
  const telling = new Map<string, Promise<void>>();
  let stopped = false;

  async function tellAll(id: string, kinds: readonly OutcomeKind[]): Promise<void> {
    const mail = mailbox.find(id);
    for (const kind of kinds) {
      if (mail === undefined || mail.told.includes(kind)) continue;
      if (listens(stack, mail, kind)) await putOnDefaultBus(eventOf(stack, mail, kind, clock.now()));
      await mailbox.tell(id, kind);
    }
  }

  /** One mail's outcomes are told one after the other; what the bus would not take stays due. */
  function tellInTurn(id: string, kinds: readonly OutcomeKind[]): Promise<void> {
    const turn = (telling.get(id) ?? Promise.resolve()).then(() => tellAll(id, kinds)).catch(() => later(id));
    telling.set(id, turn);
    return turn.finally(() => {
      if (telling.get(id) === turn) telling.delete(id);
    });
  }

  function later(id: string): void {
    if (stopped || due.has(id)) return;
    const timer = setTimeout(() => {
      due.delete(id);
      const mail = mailbox.find(id);
      if (mail !== undefined) void tellInTurn(id, ['Send', ...kindsFor(mail)]);
    }, moment);
    due.set(id, timer.unref());
  }

  return {
    follow(mail) {
      if (mail.configurationSet === undefined) return;
      void tellInTurn(mail.id, ['Send']);
      later(mail.id);
    },
    resume() {
      for (const mail of unsettled(mailbox)) later(mail.id);
    },
    async settle() {
      for (const mail of unsettled(mailbox)) {
        clearTimeout(due.get(mail.id));
        due.delete(mail.id);
        await tellInTurn(mail.id, ['Send', ...kindsFor(mail)]);
      }
    },
    stop() {
      stopped = true;
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
    },
  };
}

/** Oldest first. */
function unsettled(mailbox: Mailbox): Envelope[] {
  const open = mailbox
    .list({ limit: Number.POSITIVE_INFINITY })
    .filter((mail) => mail.configurationSet !== undefined && ['Send', ...kindsFor(mail)].some((kind) => !mail.told.includes(kind)));
  return open.reverse();
}

function addressed(mail: Envelope, name: string): string[] {
  return mail.destinations.filter((address) => address.toLowerCase().split(/[@+]/)[0] === name);
}

function bouncing(mail: Envelope): string[] {
  return [...addressed(mail, 'bounce'), ...addressed(mail, 'softbounce')];
}

function kindsFor(mail: Envelope): OutcomeKind[] {
  const bounced = bouncing(mail).length;
  const kinds: OutcomeKind[] = [];
  if (bounced > 0) kinds.push('Bounce');
  if (bounced < mail.destinations.length) kinds.push('Delivery');
  if (addressed(mail, 'complaint').length > 0) kinds.push('Complaint');
  return kinds;
}

function listens(stack: Stack, mail: Envelope, kind: OutcomeKind): boolean {
  const set = stack.configurationSets.find(({ name }) => name === mail.configurationSet);
  return set?.eventTypes.some((type) => type.toUpperCase() === kind.toUpperCase()) ?? false;
}

function eventOf(stack: Stack, mail: Envelope, kind: OutcomeKind, now: Date): BusEvent {
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
