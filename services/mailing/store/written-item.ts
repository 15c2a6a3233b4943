import { mailingLetterWrittenV1 } from '@convener/contracts/domain-events';
import { aggregatePut, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import type { WrittenLetter } from '../use-cases/letter-ports.ts';
import { epochSeconds, writtenKey } from './keys.ts';

const writtenDays = 90;

/** That an organiser wrote to somebody, kept for the domain event that rides on it, which the audit log reads. Not a word of the letter is in it. */
export function writtenPut({ id, recipient, eventId, actor, now }: WrittenLetter): Write {
  const data = { registrationId: recipient.id, eventId };
  const said = envelopeFor(mailingLetterWrittenV1, { aggregateId: id, version: 1, at: now, actor, data });
  const attributes = { letterId: id, expiresAt: epochSeconds(now, writtenDays) };
  return aggregatePut({ key: writtenKey(id), expectedVersion: 0, attributes, carried: [], added: [said], now });
}
