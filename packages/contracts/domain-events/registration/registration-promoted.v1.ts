import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationPromotedV1 = defineDomainEvent({
  type: 'registration.promoted.v1',
  says: 'A waiting registration got a place that had become free.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
