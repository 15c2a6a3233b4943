import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingFinishedV1 = defineDomainEvent({
  type: 'mailing.finished.v1',
  says: 'Every letter of a mailing has left or is accounted for.',
  data: z.object({ mailingId: z.string(), subjectId: z.string(), letters: z.number() }),
  example: { mailingId: 'mlg_example', subjectId: 'rpt_example', letters: 1000 },
});
