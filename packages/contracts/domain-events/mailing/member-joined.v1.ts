import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const memberJoinedV1 = defineDomainEvent({
  type: 'member.joined.v1',
  says: 'A member confirmed their address, or was imported.',
  data: z.object({ memberId: z.string(), by: z.enum(['form', 'import']) }),
  example: { memberId: 'mem_example', by: 'form' },
});
