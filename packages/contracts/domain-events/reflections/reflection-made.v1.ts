import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reflectionMadeV1 = defineDomainEvent({
  type: 'reflection.made.v1',
  says: 'Somebody made a reflection.',
  data: z.object({ reflectionId: z.string(), eventId: z.string() }),
  example: { reflectionId: 'ref_example', eventId: 'evt_example' },
});
