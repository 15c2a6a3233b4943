import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const organiserInvitedV1 = defineDomainEvent({
  type: 'organiser.invited.v1',
  says: 'Somebody was invited to be an organiser.',
  data: z.object({ organiserId: z.string(), roles: z.array(z.enum(['organiser', 'access-coordinator', 'editor'])) }),
  example: { organiserId: 'org_example', roles: ['organiser'] },
});
