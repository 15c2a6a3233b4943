import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingLetterChangedV1 = defineDomainEvent({
  type: 'mailing.letter-changed.v1',
  says: 'An organiser changed the words or the time of a letter around an event, or went back to our standard words. The words stay with mailing.',
  data: z.object({ eventId: z.string(), letter: z.string(), change: z.enum(['text', 'standard-text', 'time', 'copied']) }),
  example: { eventId: 'evt_example', letter: 'reminder', change: 'text' },
});
