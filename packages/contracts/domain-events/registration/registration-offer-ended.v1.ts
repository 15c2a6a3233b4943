import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationOfferEndedV1 = defineDomainEvent({
  type: 'registration.offer-ended.v1',
  says: 'An offered place was not taken: its registration is cancelled, and the next in the line is asked.',
  data: z.object({
    registrationId: z.string(),
    eventId: z.string(),
    /** Somebody whose offer lapsed can join the line again by one press; somebody who declined has left. */
    how: z.enum(['declined', 'lapsed']),
  }),
  example: { registrationId: 'reg_example', eventId: 'evt_example', how: 'lapsed' },
});
