import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';
import { eventFactsSchema, exampleEventFacts } from '../../event-facts.ts';

export const eventPublishedV1 = defineDomainEvent({
  type: 'event.published.v1',
  says: 'An event became public.',
  data: z.object({ event: eventFactsSchema }),
  example: { event: exampleEventFacts },
});
