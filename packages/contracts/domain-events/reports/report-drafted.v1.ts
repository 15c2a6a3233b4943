import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reportDraftedV1 = defineDomainEvent({
  type: 'report.drafted.v1',
  says: 'A report was drafted from its event and themes.',
  data: z.object({ reportId: z.string(), eventId: z.string() }),
  example: { reportId: 'rpt_example', eventId: 'evt_example' },
});
