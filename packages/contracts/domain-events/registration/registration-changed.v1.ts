import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationChangedV1 = defineDomainEvent({
  type: 'registration.changed.v1',
  says: 'What is held of a registration was corrected; the values are not told.',
  data: z.object({ registrationId: z.string(), eventId: z.string(), by: z.enum(['attendee', 'organiser']) }),
  example: { registrationId: 'reg_example', eventId: 'evt_example', by: 'organiser' },
});
