import { GetSendQuotaCommand, SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { composeLetter } from '@convener/mail';
import type { LetterFate, Post } from '../use-cases/arranging-ports.ts';

export interface DoorSettings {
  readonly from: string;
  readonly configurationSet: string;
  readonly networkName: string;
  /** Where people answer to; empty for none. */
  readonly contact: string;
}

/** One call of SES a letter, whatever comes back: the SDK's own retries would send the same mail again after a lost answer. */
export function sesClient(configuration: SESClientConfig = {}): SESClient {
  const requestHandler = { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true };
  return new SESClient({ maxAttempts: 1, requestHandler, ...configuration });
}

/** Where SES will not say: few enough for any account. */
const assumedAllowance = 10;

/** Letters that mailing must not hold. Their tag looks like that of any letter, and no copy is kept anywhere. */
export function mailDoor(client: SESClient, { from, configurationSet, networkName, contact }: DoorSettings): Post {
  return {
    allowance: async () => {
      try {
        const { Max24HourSend = -1, SentLast24Hours = 0 } = await client.send(new GetSendQuotaCommand({}));
        // -1 is SES's word for no limit.
        return Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend - SentLast24Hours;
      } catch {
        return assumedAllowance;
      }
    },
    send: async ({ letterId, to, subject, text, html }) => {
      const composed = await composeLetter({
        from: { name: networkName, address: from },
        to,
        ...(contact ? { replyTo: contact } : {}),
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      if (composed.kind === 'refused') return 'refused';
      try {
        const answer = await client.send(
          new SendRawEmailCommand({
            Source: from,
            Destinations: [to.address],
            RawMessage: { Data: composed.mime },
            ConfigurationSetName: configurationSet,
            Tags: [{ Name: 'letter', Value: letterId }],
          }),
        );
        return answer.MessageId ? 'accepted' : 'unknown';
      } catch (error) {
        return fateOf(error);
      }
    },
  };
}

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Only an answer of SES that says no, or no connection at all, is certain; everything else may have been accepted. */
function fateOf(error: unknown): LetterFate {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && neverConnected.has(String(error.code))) return 'later';
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const status = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined;
  if (typeof status !== 'number' || status < 400 || status >= 500) return 'unknown';
  return error.name === 'MessageRejected' || error.name === 'InvalidParameterValue' ? 'refused' : 'later';
}
