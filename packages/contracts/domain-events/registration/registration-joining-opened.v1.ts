import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationJoiningOpenedV1 = defineDomainEvent({
  type: 'registration.joining-opened.v1',
  says: 'The time has come to send the joining link to the confirmed attendees of an event.',
  data: z.object({ eventId: z.string() }),
  example: { eventId: 'evt_example' },
});
