import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationLinkRequestedV1 = defineDomainEvent({
  type: 'registration.link-requested.v1',
  says: 'Somebody asked for their manage link again.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
