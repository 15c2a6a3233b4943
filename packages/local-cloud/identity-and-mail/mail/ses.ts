import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse, AwsService, Caller, Clock, Journal } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { formOf, listOf, Refusal, xmlAnswer, xmlRefusal } from '../protocol.ts';
import { recipientsIn } from './letter.ts';
import { type Meter, mostBytes, mostRecipients } from './limits.ts';
import type { Accepted, Mailbox } from './mailbox.ts';
import type { MishapGate } from './mishaps.ts';
import type { Outcomes } from './outcomes.ts';

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

export interface SesParts {
  readonly stack: Stack;
  readonly mailbox: Mailbox;
  readonly meter: Meter;
  readonly mishaps: MishapGate;
  readonly outcomes: Outcomes;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** SES version 1 as far as a mailer uses it. A mail that is accepted is on disk before the answer leaves. */
export function ses(parts: SesParts): AwsService {
  return {
    async handle(request): Promise<AwsResponse> {
      try {
        return xmlAnswer(namespace, request.action, await resultOf(request, parts));
      } catch (problem) {
        if (problem instanceof Refusal) return xmlRefusal(namespace, problem);
        throw problem;
      }
    },
  };
}

async function resultOf(request: AwsRequest, parts: SesParts): Promise<string> {
  switch (request.action) {
    case 'SendRawEmail':
      return `<MessageId>${await sendRaw(request, parts)}</MessageId>`;
    case 'GetSendQuota': {
      const { allowance } = parts.meter;
      return (
        `<Max24HourSend>${allowance.perDay}</Max24HourSend><MaxSendRate>${allowance.perSecond}</MaxSendRate>` +
        `<SentLast24Hours>${parts.meter.sentToday()}</SentLast24Hours>`
      );
    }
    case 'GetAccountSendingEnabled':
      return '<Enabled>true</Enabled>';
    case 'SendEmail':
    case 'SendTemplatedEmail':
    case 'SendBulkTemplatedEmail':
      throw new Refusal('InvalidAction', `${request.action} cannot carry the headers for one-click unsubscribe: send with SendRawEmail`);
    default:
      throw new Refusal('InvalidAction', `ses:${request.action} is not spoken on one machine`);
  }
}

async function sendRaw(request: AwsRequest, parts: SesParts): Promise<string> {
  parts.mishaps.before();
  const form = formOf(request);
  const mime = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (mime.length > mostBytes)
    throw new Refusal('InvalidParameterValue', `Message length is more than ${mostBytes} bytes long: '${mime.length}'.`);
  const mail = await mailFrom(form, mime, parts, request.caller);
  if (mail.destinations.length > mostRecipients) throw new Refusal('InvalidParameterValue', `Recipient count exceeds ${mostRecipients}.`);
  parts.meter.take(mail.destinations.length);
  await parts.mailbox.keep(mail, mime);
  parts.journal.tell({ kind: 'mail', at: mail.at, messageId: mail.id });
  parts.outcomes.follow({ ...mail, told: [] });
  await parts.mishaps.after();
  return mail.id;
}

async function mailFrom(form: URLSearchParams, mime: Uint8Array, { stack, clock }: SesParts, caller: Caller): Promise<Accepted> {
  const head = await recipientsIn(mime);
  const from = bareAddress(form.get('Source') ?? head.from);
  const named = listOf(form, 'Destinations').map(bareAddress);
  const destinations = named.length > 0 ? named : head.recipients;
  for (const address of [from, ...destinations]) {
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw new Refusal('InvalidParameterValue', "Missing final '@domain'");
  }
  if (destinations.length === 0)
    throw new Refusal('InvalidParameterValue', 'Missing required recipients: no Destinations and none in the headers');
  const configurationSet = form.get('ConfigurationSetName') ?? head.header('x-ses-configuration-set');
  if (configurationSet !== undefined && !stack.configurationSets.some(({ name }) => name === configurationSet)) {
    throw new Refusal('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
  }
  const at = clock.now();
  return {
    id: newMessageId(at),
    at: at.toISOString(),
    from,
    subject: head.subject,
    destinations,
    ...(configurationSet === undefined ? {} : { configurationSet }),
    tags: { ...tagsInHeader(head.header('x-ses-message-tags') ?? ''), ...tagsIn(form) },
    caller: caller.kind === 'function' ? caller.functionName : 'administrator',
    bytes: mime.length,
  };
}

/** `Somebody <a@example.org>` → `a@example.org`. */
function bareAddress(given: string): string {
  return (/<([^>]*)>\s*$/.exec(given)?.[1] ?? given).trim();
}

function tagsIn(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let at = 1; form.has(`Tags.member.${at}.Name`); at += 1) {
    addTag(tags, form.get(`Tags.member.${at}.Name`) ?? '', form.get(`Tags.member.${at}.Value`) ?? '');
  }
  return tags;
}

function tagsInHeader(header: string): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const pair of header.split(',').filter((part) => part.includes('='))) {
    const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
    addTag(tags, name, value);
  }
  return tags;
}

function addTag(tags: Record<string, string>, name: string, value: string): void {
  for (const [what, text] of [
    ['name', name],
    ['value', value],
  ] as const) {
    if (!/^[\w-]{1,256}$/.test(text)) {
      throw new Refusal(
        'InvalidParameterValue',
        `Invalid tag ${what} <${text}>: only alphanumeric ASCII characters, '_', and '-' are allowed, 256 at most.`,
      );
    }
  }
  tags[name] = value;
}

/** As SES writes them: the region's number, the time in hexadecimal, a UUID. */
function newMessageId(at: Date): string {
  return `010b${at.getTime().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}
