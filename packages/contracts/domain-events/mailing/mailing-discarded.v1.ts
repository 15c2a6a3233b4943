import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingDiscardedV1 = defineDomainEvent({
  type: 'mailing.discarded.v1',
  says: 'An organiser discarded a mailing before it began to go out.',
  data: z.object({ mailingId: z.string(), eventId: z.string() }),
  example: { mailingId: 'mlg_example', eventId: 'evt_example' },
});
