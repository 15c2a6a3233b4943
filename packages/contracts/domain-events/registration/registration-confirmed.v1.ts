import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationConfirmedV1 = defineDomainEvent({
  type: 'registration.confirmed.v1',
  says: 'A registration was confirmed and has a place.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
