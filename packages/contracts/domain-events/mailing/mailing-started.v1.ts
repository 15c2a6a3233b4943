import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingStartedV1 = defineDomainEvent({
  type: 'mailing.started.v1',
  says: 'A mailing began to go out.',
  data: z.object({ mailingId: z.string(), subjectId: z.string() }),
  example: { mailingId: 'mlg_example', subjectId: 'rpt_example' },
});
