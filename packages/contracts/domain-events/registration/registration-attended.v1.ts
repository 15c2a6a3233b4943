import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationAttendedV1 = defineDomainEvent({
  type: 'registration.attended.v1',
  says: 'Somebody who has a place came: by the code shown at the event, by the joining link, or as an organiser saw.',
  data: z.object({ registrationId: z.string(), eventId: z.string(), how: z.enum(['code', 'link', 'organiser']) }),
  example: { registrationId: 'reg_example', eventId: 'evt_example', how: 'code' },
});
