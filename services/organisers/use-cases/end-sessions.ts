import type { EndedNotice, OrganiserStore } from './ports.ts';

/**
 * Tells every service whose sessions have ended. The whole list is told each time, from the very records, so that hearing of a change twice or
 * late does no harm. Two who tell at once could leave the older list standing: whoever has told looks again.
 */
export async function tellEndedSessions(now: Date, store: Pick<OrganiserStore, 'ended'>, notice: EndedNotice): Promise<void> {
  let ended = await store.ended(now);
  for (;;) {
    await notice.publish(ended);
    const again = await store.ended(now);
    if (JSON.stringify(again) === JSON.stringify(ended)) return;
    ended = again;
  }
}
