import type { Envelope } from '@convener/contracts';
import { mailingLetterWrittenV1, mailingTestSentV1 } from '@convener/contracts/domain-events';
import { aggregatePut, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import type { TestLetter, WrittenLetter } from '../use-cases/letter-ports.ts';
import { epochSeconds, writtenKey } from './keys.ts';

const writtenDays = 90;

/** That an organiser wrote to somebody. Not a word of the letter is in it. */
export function writtenPut(letter: WrittenLetter): Write {
  const { recipient, eventId } = letter;
  const data = { registrationId: recipient.id, eventId };
  return saidOf(letter, envelopeFor(mailingLetterWrittenV1, { ...changeOf(letter), data }));
}

/** That an organiser had a test of a letter sent; not where to. */
export function testedPut(letter: TestLetter): Write {
  const { template, eventId } = letter;
  return saidOf(letter, envelopeFor(mailingTestSentV1, { ...changeOf(letter), data: { eventId, template } }));
}

const changeOf = ({ id, actor, now }: TestLetter) => ({ aggregateId: id, version: 1, at: now, actor });

/** Kept for the domain event that rides on it, which the audit log reads. */
function saidOf({ id, now }: TestLetter, said: Envelope): Write {
  const attributes = { letterId: id, expiresAt: epochSeconds(now, writtenDays) };
  return aggregatePut({ key: writtenKey(id), expectedVersion: 0, attributes, carried: [], added: [said], now });
}
