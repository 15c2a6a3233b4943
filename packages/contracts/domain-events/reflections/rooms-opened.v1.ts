import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const roomsOpenedV1 = defineDomainEvent({
  type: 'rooms.opened.v1',
  says: 'Breakout rooms of an event can take reflections.',
  data: z.object({ eventId: z.string(), rooms: z.number() }),
  example: { eventId: 'evt_example', rooms: 6 },
});
