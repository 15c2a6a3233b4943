import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const reportPublishedV1 = defineDomainEvent({
  type: 'report.published.v1',
  says: 'A report was published, or published again after a correction.',
  data: z.object({
    reportId: z.string(),
    eventId: z.string(),
    slug: z.string(),
    title: z.string(),
    edition: z.number(),
    publishedAt: z.string(),
  }),
  example: {
    reportId: 'rpt_example',
    eventId: 'evt_example',
    slug: 'how-do-we-embed-co-production-across-scotland',
    title: 'Event report: How do we embed co-production across Scotland?',
    edition: 1,
    publishedAt: '2024-12-02T09:00:00.000Z',
  },
});
