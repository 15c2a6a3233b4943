import type { EventLook, ReportLook } from './ports.ts';

/** What stands for a report that is not published yet, where its letter is only looked at or tried. It has no title of its own. */
export function reportToCome({ id, slug }: EventLook): ReportLook {
  return { id: '', eventId: id, slug, title: '', edition: 0, publishedAt: '' };
}
