import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const memberLeftV1 = defineDomainEvent({
  type: 'member.left.v1',
  says: 'A member left the network and was deleted.',
  data: z.object({ memberId: z.string() }),
  example: { memberId: 'mem_example' },
});
