import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingTestSentV1 = defineDomainEvent({
  type: 'mailing.test-sent.v1',
  says: 'An organiser had a test of a letter sent to an address of their choice. The address stays with mailing, for a day.',
  data: z.object({ eventId: z.string(), template: z.string() }),
  example: { eventId: 'evt_example', template: 'event.reminder' },
});
