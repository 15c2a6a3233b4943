import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

/** News of an event after which somebody without an address has to be told by a human being. */
export const eventNews = ['cancelled', 'changed', 'joining-changed'] as const;
export type EventNews = (typeof eventNews)[number];

export const mailingFinishedV1 = defineDomainEvent({
  type: 'mailing.finished.v1',
  says: 'Every letter of a mailing has left or is accounted for.',
  data: z.object({
    mailingId: z.string(),
    subjectId: z.string(),
    letters: z.number(),
    /** How many have no address to be told at, where it was news of an event. */
    untold: z.optional(z.object({ eventId: z.string(), news: z.enum(eventNews), people: z.number() })),
  }),
  example: { mailingId: 'mlg_example', subjectId: 'rpt_example', letters: 1000 },
});
