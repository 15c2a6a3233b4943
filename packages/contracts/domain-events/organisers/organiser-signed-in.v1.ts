import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const organiserSignedInV1 = defineDomainEvent({
  type: 'organiser.signed-in.v1',
  says: 'An organiser signed in.',
  data: z.object({ organiserId: z.string() }),
  example: { organiserId: 'org_example' },
});
