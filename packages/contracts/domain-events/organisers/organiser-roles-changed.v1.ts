import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const organiserRolesChangedV1 = defineDomainEvent({
  type: 'organiser.roles-changed.v1',
  says: "An organiser's roles changed.",
  data: z.object({ organiserId: z.string(), roles: z.array(z.enum(['organiser', 'access-coordinator', 'editor'])) }),
  example: { organiserId: 'org_example', roles: ['editor'] },
});
