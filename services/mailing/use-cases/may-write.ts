import type { MayWriteAnswer, MayWriteRequest } from '@convener/contracts/calls';
import { paceWindowMs } from '../domain/pace.ts';
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

/**
 * For the service whose letters mailing must not see: may it write, to whom; or mailing writes the letter that says nothing. It asks as often
 * in each run, about nobody where nobody waits. So every question takes the same steps, whichever it is and whether there is anybody: the
 * lines of log here and at registration, what is counted here and the time that it takes do not tell them apart.
 */
export async function mayWrite(request: MayWriteRequest, ports: MayWritePorts): Promise<MayWriteAnswer> {
  switch (request.kind) {
    case 'may-write':
      return mayWriteTo(request.recipientId, ports);
    case 'queue-neutral': {
      const { registrationId, eventId, key } = request;
      await mayWriteTo(registrationId, ports);
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

async function mayWriteTo(
  recipientId: string,
  { directory, suppression, pace, addressKey, clock }: MayWritePorts,
): Promise<MayWriteAnswer> {
  const answer = await directory({ kind: 'resolve', purpose: 'letter', ids: [recipientId], links: [] });
  const entry = answer.kind === 'resolved' ? answer.entries.find(({ id }) => id === recipientId) : undefined;
  const suppressed = await suppression.isSuppressed(await addressKey(entry?.address ?? recipientId));
  const hasShare = await pace.take(clock.now());
  if (!entry) return { kind: 'no', because: 'unknown' };
  if (suppressed) return { kind: 'no', because: 'suppressed' };
  if (!hasShare) return { kind: 'later', seconds: paceWindowMs / 1000 };
  const { name, address, format } = entry;
  return { kind: 'yes', name, address, format };
}
