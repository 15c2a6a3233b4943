import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const memberPreferencesChangedV1 = defineDomainEvent({
  type: 'member.preferences-changed.v1',
  says: 'A member changed what they receive.',
  data: z.object({ memberId: z.string() }),
  example: { memberId: 'mem_example' },
});
