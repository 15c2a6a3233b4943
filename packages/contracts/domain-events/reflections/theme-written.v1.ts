import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const themeWrittenV1 = defineDomainEvent({
  type: 'theme.written.v1',
  says: 'A theme was made, or its label, prose, order or spread changed.',
  data: z.object({
    themeId: z.string(),
    eventId: z.string(),
    label: z.string(),
    prose: z.string(),
    position: z.number(),
    spread: z.object({ rooms: z.number(), of: z.number() }),
  }),
  example: {
    themeId: 'thm_example',
    eventId: 'evt_example',
    label: 'Remuneration',
    prose: 'It is complex but important.',
    position: 3,
    spread: { rooms: 4, of: 6 },
  },
});
