import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reflectionThemedV1 = defineDomainEvent({
  type: 'reflection.themed.v1',
  says: 'The themes of a reflection changed.',
  data: z.object({ reflectionId: z.string(), eventId: z.string(), themeIds: z.array(z.string()) }),
  example: { reflectionId: 'ref_example', eventId: 'evt_example', themeIds: ['thm_example'] },
});
