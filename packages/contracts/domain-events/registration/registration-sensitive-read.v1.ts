import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationSensitiveReadV1 = defineDomainEvent({
  type: 'registration.sensitive-read.v1',
  says: 'Somebody of the role that may read them read the sensitive answers of one registration.',
  data: z.object({ eventId: z.string(), registrationId: z.string(), answers: z.number() }),
  example: { eventId: 'evt_example', registrationId: 'reg_example', answers: 1 },
});
