import type { Envelope } from '@convener/contracts';
import { idFrom } from './letter-id.ts';
import type { ReactPorts } from './ports.ts';

/** One invitation is one letter, however often it is told; somebody who was removed and is invited again gets another. */
export async function writeInvitation(
  told: Envelope<string, { readonly organiserId: string }>,
  { letters }: Pick<ReactPorts, 'letters'>,
): Promise<void> {
  await letters.queue({
    id: idFrom('let', 'domain-event', told.id),
    template: 'organiser.invited',
    recipient: { kind: 'organiser', id: told.data.organiserId },
    now: new Date(told.at),
  });
}
