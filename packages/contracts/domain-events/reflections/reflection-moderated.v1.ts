import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reflectionModeratedV1 = defineDomainEvent({
  type: 'reflection.moderated.v1',
  says: 'An organiser set a reflection aside, or brought it back, with a reason.',
  data: z.object({ reflectionId: z.string(), eventId: z.string(), decision: z.enum(['set-aside', 'brought-back']) }),
  example: { reflectionId: 'ref_example', eventId: 'evt_example', decision: 'set-aside' },
});
