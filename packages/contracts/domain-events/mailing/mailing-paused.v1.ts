import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingPausedV1 = defineDomainEvent({
  type: 'mailing.paused.v1',
  says: 'A mailing was paused.',
  data: z.object({ mailingId: z.string(), by: z.enum(['organiser', 'breaker']) }),
  example: { mailingId: 'mlg_example', by: 'organiser' },
});
