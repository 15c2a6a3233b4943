import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';
import { provisionKinds } from '../../event-facts.ts';

export const networkProvisionsChangedV1 = defineDomainEvent({
  type: 'network.provisions-changed.v1',
  says: 'The network changed what it usually provides; events that took it over stay as they are.',
  data: z.object({ kinds: z.array(z.enum(provisionKinds)) }),
  example: { kinds: ['live-captions', 'regular-breaks'] },
});
