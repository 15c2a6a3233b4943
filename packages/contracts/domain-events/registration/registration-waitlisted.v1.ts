import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationWaitlistedV1 = defineDomainEvent({
  type: 'registration.waitlisted.v1',
  says: 'A registration was confirmed while the event was full, and waits.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
