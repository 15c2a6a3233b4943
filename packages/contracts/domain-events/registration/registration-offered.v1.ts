import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationOfferedV1 = defineDomainEvent({
  type: 'registration.offered.v1',
  says: 'A place that had become free is held for a waiting registration, until it is taken, declined or its time is over.',
  data: z.object({
    registrationId: z.string(),
    eventId: z.string(),
    /** The place goes to the next in the line at this instant. */
    until: z.string(),
  }),
  example: { registrationId: 'reg_example', eventId: 'evt_example', until: '2024-11-14T09:00:00.000Z' },
});
