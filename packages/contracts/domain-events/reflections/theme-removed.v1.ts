import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const themeRemovedV1 = defineDomainEvent({
  type: 'theme.removed.v1',
  says: 'A theme was removed; its reflections are unthemed or belong to others.',
  data: z.object({ themeId: z.string(), eventId: z.string() }),
  example: { themeId: 'thm_example', eventId: 'evt_example' },
});
