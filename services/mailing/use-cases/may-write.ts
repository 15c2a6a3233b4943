import type { MayWriteAnswer, MayWriteRequest } from '@convener/contracts/calls';
import { idFrom } from './letter-id.ts';
import type { LetterStore, SuppressionStore } from './letter-ports.ts';
import type { AddressKey, Directory } from './ports.ts';
import type { PaceStore } from './send-ports.ts';

export interface MayWritePorts {
  readonly clock: { now(): Date };
  readonly letters: Pick<LetterStore, 'queue'>;
  readonly suppression: Pick<SuppressionStore, 'isSuppressed'>;
  readonly pace: Pick<PaceStore, 'take'>;
  readonly directory: Directory;
  readonly addressKey: AddressKey;
}

/** For the service whose letters mailing must not see: may it write, to whom; or mailing writes the letter that says nothing. */
export async function mayWrite(request: MayWriteRequest, ports: MayWritePorts): Promise<MayWriteAnswer> {
  switch (request.kind) {
    case 'may-write':
      return mayWriteTo(request.recipientId, ports);
    case 'queue-neutral': {
      const { registrationId, eventId, key } = request;
      await ports.letters.queue({
        id: idFrom('let', 'message', registrationId, key),
        template: 'registration.message',
        recipient: { kind: 'attendee', id: registrationId },
        eventId,
        now: ports.clock.now(),
      });
      return { kind: 'queued' };
    }
  }
}

/** The share of the rate is taken last: nobody who may not be written to costs one. */
async function mayWriteTo(
  recipientId: string,
  { directory, suppression, pace, addressKey, clock }: MayWritePorts,
): Promise<MayWriteAnswer> {
  const answer = await directory({ kind: 'resolve', purpose: 'letter', ids: [recipientId], links: [] });
  const entry = answer.kind === 'resolved' ? answer.entries.find(({ id }) => id === recipientId) : undefined;
  if (!entry) return { kind: 'no', because: 'unknown' };
  if (await suppression.isSuppressed(await addressKey(entry.address))) return { kind: 'no', because: 'suppressed' };
  if (!(await pace.take(clock.now()))) return { kind: 'later', seconds: 1 };
  const { name, address, format } = entry;
  return { kind: 'yes', name, address, format };
}
