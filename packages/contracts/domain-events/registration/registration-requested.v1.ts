import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationRequestedV1 = defineDomainEvent({
  type: 'registration.requested.v1',
  says: 'Somebody registered and has yet to confirm their address.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
