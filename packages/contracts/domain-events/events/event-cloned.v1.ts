import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

/**
 * What an organiser may take over into a new event. `texts` to `question` are the event's own and copied already when this is told; what lies
 * in other services is copied by those that hold it.
 */
export const cloneParts = [
  'texts',
  'speakers',
  'links',
  'provisions',
  'question',
  'registration-questions',
  'reserved-places',
  'participant-list',
  'letter-texts',
  'access-kinds',
] as const;

/**
 * `copies` may name parts that a service does not know yet; it copies those that are its own. It copies once, only where the new event has
 * nothing of the kind, and never what belongs to people.
 */
export const eventClonedV1 = defineDomainEvent({
  type: 'event.cloned.v1',
  says: 'An organiser made a draft of an event from another, and said what to take over.',
  data: z.object({ eventId: z.string(), fromEventId: z.string(), copies: z.array(z.string()) }),
  example: { eventId: 'evt_example', fromEventId: 'evt_earlier', copies: ['provisions', 'registration-questions'] },
});
