import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationQuestionsChangedV1 = defineDomainEvent({
  type: 'registration.questions-changed.v1',
  says: 'An organiser changed what registration asks of those who come to an event.',
  data: z.object({
    eventId: z.string(),
    change: z.enum(['added', 'edited', 'moved', 'removed', 'supporters', 'copied']),
    /** How many there are now. */
    questions: z.number(),
  }),
  example: { eventId: 'evt_example', change: 'added', questions: 3 },
});
