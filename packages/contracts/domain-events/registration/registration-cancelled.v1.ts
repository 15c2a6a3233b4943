import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationCancelledV1 = defineDomainEvent({
  type: 'registration.cancelled.v1',
  says: 'A registration was cancelled.',
  data: z.object({ registrationId: z.string(), eventId: z.string(), by: z.enum(['attendee', 'organiser', 'event']) }),
  example: { registrationId: 'reg_example', eventId: 'evt_example', by: 'attendee' },
});
