import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const eventCreatedV1 = defineDomainEvent({
  type: 'event.created.v1',
  says: 'An organiser made a draft of an event.',
  data: z.object({ eventId: z.string() }),
  example: { eventId: 'evt_example' },
});
