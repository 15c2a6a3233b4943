import {
  GetSendQuotaCommand,
  type GetSendQuotaCommandOutput,
  SESClient,
  type SESClientConfig,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import type { SendOutcome } from '../domain/letter.ts';
import type { Allowance } from '../domain/pace.ts';
import type { MailDoor } from '../use-cases/send-ports.ts';

export interface DoorSettings {
  readonly from: string;
  readonly configurationSet: string;
  /** What is assumed where SES will not say. */
  readonly allowance: Allowance;
}

/**
 * One call of SES a letter, whatever comes back: the SDK's own retries would send the same mail again after a lost answer. A call that hangs
 * is given up after ten seconds, and its letter is in doubt.
 */
export function sesClient(configuration: SESClientConfig = {}): SESClient {
  const requestHandler = { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true };
  return new SESClient({ maxAttempts: 1, requestHandler, ...configuration });
}

/** The tag by which SES's events find their letter again. */
const letterTag = 'letter';

/** The client is made at the first call: most of what wakes the sender leaves nothing to send. */
export function mailDoor(makeClient: () => SESClient, settings: DoorSettings): MailDoor {
  let made: SESClient | undefined;
  const client = () => {
    made ??= makeClient();
    return made;
  };
  return {
    allowance: async () => {
      try {
        return allowanceOf(await client().send(new GetSendQuotaCommand({})), settings.allowance);
      } catch {
        return settings.allowance;
      }
    },
    send: async ({ letterId, address, mime }) => {
      try {
        const answer = await client().send(
          new SendRawEmailCommand({
            Source: settings.from,
            Destinations: [address],
            RawMessage: { Data: mime },
            ConfigurationSetName: settings.configurationSet,
            Tags: [{ Name: letterTag, Value: letterId }],
          }),
        );
        return answer.MessageId ? { kind: 'accepted', messageId: answer.MessageId } : { kind: 'unknown' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

function allowanceOf({ MaxSendRate, Max24HourSend, SentLast24Hours }: GetSendQuotaCommandOutput, assumed: Allowance): Allowance {
  return {
    perSecond: MaxSendRate && MaxSendRate > 0 ? MaxSendRate : assumed.perSecond,
    // -1 is SES's word for no limit.
    perDay: Max24HourSend === undefined ? assumed.perDay : Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend,
    sentLastDay: SentLast24Hours ?? 0,
  };
}

/** The connection never came about, so nothing was handed over. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What an error proves. Only an answer of SES that says no, or no connection at all, is certain; everything else may have been accepted. */
export function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof Error)) return { kind: 'unknown' };
  if ('code' in error && neverConnected.has(String(error.code))) return { kind: 'refused-for-now', reason: 'unreachable' };
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return { kind: 'unknown' };
  if (/^Throttling/.test(error.name)) {
    return { kind: 'refused-for-now', reason: /daily|quota/i.test(error.message) ? 'daily-cap' : 'rate' };
  }
  // The letter or its address is at fault; the rest are the account's or a permission's, and mend.
  if (error.name === 'MessageRejected' || error.name === 'InvalidParameterValue') return { kind: 'refused-for-good', reason: error.name };
  return { kind: 'refused-for-now', reason: 'not-allowed' };
}

function statusOf(error: Error): number | undefined {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
