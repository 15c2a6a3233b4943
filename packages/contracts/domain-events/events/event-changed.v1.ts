import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';
import { eventFactsSchema, exampleEventFacts } from '../../event-facts.ts';

export const eventChangedV1 = defineDomainEvent({
  type: 'event.changed.v1',
  says: 'The public facts of a published event changed.',
  data: z.object({ event: eventFactsSchema, changed: z.array(z.string()) }),
  example: { event: exampleEventFacts, changed: ['startsAt'] },
});
