import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';
import { eventFactsSchema, exampleEventFacts } from '../../event-facts.ts';

export const eventCancelledV1 = defineDomainEvent({
  type: 'event.cancelled.v1',
  says: 'A published event was called off.',
  data: z.object({ event: eventFactsSchema }),
  example: { event: exampleEventFacts },
});
