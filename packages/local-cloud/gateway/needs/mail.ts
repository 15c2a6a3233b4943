import { type Incoming, text } from '../action.ts';
import { localArn, type Need, need } from './need.ts';

/** SES asks for the sending identity (the address or its domain) and, where one is named, for the configuration set too. */
export function sesNeeds(operation: string, call: Incoming): readonly Need[] {
  const form = new URLSearchParams(text(call.body));
  if (!operation.startsWith('Send')) return [need(`ses:${operation}`, '*')];
  const from = form.get('Source') ?? headerFrom(form.get('RawMessage.Data')) ?? '';
  const address = addressOf(from);
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const recipients = [...form].flatMap(([name, value]) => (/(Destinations?|Addresses)\.member\.\d+$/.test(name) ? [addressOf(value)] : []));
  const context = { 'ses:FromAddress': [address], ...(recipients.length > 0 ? { 'ses:Recipients': recipients } : {}) };
  const action = `ses:${operation}`;
  const set = form.get('ConfigurationSetName');
  return [
    { action, resources: [localArn('ses', `identity/${domain}`), localArn('ses', `identity/${address}`)], context },
    ...(set === null ? [] : [need(action, localArn('ses', `configuration-set/${set}`), context)]),
  ];
}

/** The From line of a raw message, unfolded. */
function headerFrom(data: string | null): string | undefined {
  if (data === null) return undefined;
  const head =
    Buffer.from(data, 'base64')
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^From:[ \t]*(.*)$/im.exec(head.replace(/\r?\n[ \t]+/g, ' '))?.[1];
}

function addressOf(mailbox: string): string {
  return (/<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox).trim();
}
