import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const memberJoinRequestedV1 = defineDomainEvent({
  type: 'member.join-requested.v1',
  says: 'Somebody asked to join the network and has yet to confirm their address.',
  data: z.object({ memberId: z.string() }),
  example: { memberId: 'mem_example' },
});
