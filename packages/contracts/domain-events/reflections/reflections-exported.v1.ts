import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reflectionsExportedV1 = defineDomainEvent({
  type: 'reflections.exported.v1',
  says: 'An organiser exported the reflections of an event.',
  data: z.object({ eventId: z.string(), rows: z.number() }),
  example: { eventId: 'evt_example', rows: 42 },
});
