import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const registrationExportedV1 = defineDomainEvent({
  type: 'registration.exported.v1',
  says: 'An organiser exported the registrations of an event.',
  data: z.object({ eventId: z.string(), rows: z.number() }),
  example: { eventId: 'evt_example', rows: 42 },
});
