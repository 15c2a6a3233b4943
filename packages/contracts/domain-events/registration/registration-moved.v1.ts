import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationMovedV1 = defineDomainEvent({
  type: 'registration.moved.v1',
  says: 'An organiser moved a waiting registration to another position in the line. The reason stays with the registration.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
