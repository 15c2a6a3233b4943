import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationAttendanceUndoneV1 = defineDomainEvent({
  type: 'registration.attendance-undone.v1',
  says: 'An organiser took back that somebody came.',
  data: z.object({ registrationId: z.string(), eventId: z.string() }),
  example: { registrationId: 'reg_example', eventId: 'evt_example' },
});
