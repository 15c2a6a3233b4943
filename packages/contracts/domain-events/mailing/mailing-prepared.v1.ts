import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const mailingPreparedV1 = defineDomainEvent({
  type: 'mailing.prepared.v1',
  says: 'An organiser prepared a mailing: the report of an event, or a letter in their own words. Nothing leaves before they start it.',
  data: z.object({ mailingId: z.string(), eventId: z.string() }),
  example: { mailingId: 'mlg_example', eventId: 'evt_example' },
});
