import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationParticipantListChangedV1 = defineDomainEvent({
  type: 'registration.participant-list-changed.v1',
  says: 'An organiser said whether, and from which day until which, confirmed attendees see who else comes and agreed to be seen.',
  data: z.object({ eventId: z.string(), shown: z.boolean(), from: z.optional(z.string()), until: z.optional(z.string()) }),
  example: { eventId: 'evt_example', shown: true, from: '2024-11-13', until: '2024-12-04' },
});
