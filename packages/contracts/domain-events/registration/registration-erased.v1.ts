import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationErasedV1 = defineDomainEvent({
  type: 'registration.erased.v1',
  says: 'All that was held of a registration was deleted.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
