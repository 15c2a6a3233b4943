import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const eventJoiningChangedV1 = defineDomainEvent({
  type: 'event.joining-changed.v1',
  says: 'The joining details of an event changed; whoever needs them asks with the joining call, since a joining link is not public.',
  data: z.object({ eventId: z.string() }),
  example: { eventId: 'evt_example' },
});
