import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const membersExportedV1 = defineDomainEvent({
  type: 'members.exported.v1',
  says: 'An organiser exported the members of the network.',
  data: z.object({ exportId: z.string(), rows: z.number() }),
  example: { exportId: 'exp_example', rows: 1000 },
});
