import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationExpiredV1 = defineDomainEvent({
  type: 'registration.expired.v1',
  says: 'An unconfirmed registration ran out; its place is free and its data gone.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
