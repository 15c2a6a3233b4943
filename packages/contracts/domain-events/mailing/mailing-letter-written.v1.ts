import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingLetterWrittenV1 = defineDomainEvent({
  type: 'mailing.letter-written.v1',
  says: 'An organiser wrote a letter of their own to one person who is registered. Its words stay with mailing, and only until it has left.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
