import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const organiserRemovedV1 = defineDomainEvent({
  type: 'organiser.removed.v1',
  says: 'An organiser was removed.',
  data: z.object({ organiserId: z.string() }),
  example: { organiserId: 'org_example' },
});
