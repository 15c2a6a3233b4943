import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reflectionWithdrawnV1 = defineDomainEvent({
  type: 'reflection.withdrawn.v1',
  says: 'Somebody withdrew a reflection; its words are gone.',
  data: z.object({ reflectionId: z.string(), eventId: z.string() }),
  example: { reflectionId: 'ref_example', eventId: 'evt_example' },
});
