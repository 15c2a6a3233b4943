import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationAttendedV1 = defineDomainEvent({
  type: 'registration.attended.v1',
  says: 'Somebody who has a place came: by the code shown at the event, by the joining link, or as an organiser saw. An organiser may let somebody in who only waits for one.',
  data: z.object({
    registrationId: z.string(),
    eventId: z.string(),
    how: z.enum(['code', 'link', 'organiser']),
    withoutPlace: z.optional(z.boolean()),
  }),
  example: { registrationId: 'reg_example', eventId: 'evt_example', how: 'code' },
});
