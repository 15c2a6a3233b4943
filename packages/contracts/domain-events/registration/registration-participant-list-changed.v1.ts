import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationParticipantListChangedV1 = defineDomainEvent({
  type: 'registration.participant-list-changed.v1',
  says: 'An organiser said whether, and from which day until which, confirmed attendees see who else comes and agreed to be seen.',
  /** `shown` is null while nobody sees it. */
  data: z.object({ eventId: z.string(), shown: z.nullable(z.object({ from: z.string(), until: z.string() })) }),
  example: { eventId: 'evt_example', shown: { from: '2024-11-13', until: '2024-12-04' } },
});
