import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reportChangedV1 = defineDomainEvent({
  type: 'report.changed.v1',
  says: 'A part of a draft report changed.',
  data: z.object({ reportId: z.string(), eventId: z.string() }),
  example: { reportId: 'rpt_example', eventId: 'evt_example' },
});
