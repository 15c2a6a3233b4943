import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationRepeatedV1 = defineDomainEvent({
  type: 'registration.repeated.v1',
  says: 'Somebody registered again with an address that already has a place.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
