import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationPlacesChangedV1 = defineDomainEvent({
  type: 'registration.places-changed.v1',
  says: 'The reserved places of an event, or how long its offers stand, were changed.',
  data: z.object({ eventId: z.string() }),
  example: { eventId: 'evt_example' },
});
