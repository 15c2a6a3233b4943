import type { Adjustment } from '../domain/adjustment.ts';
import type { EventOutline } from '../domain/event.ts';
import { isClosed } from './adjust.ts';
import type { Boards } from './arranging-ports.ts';
import { shownOf } from './arranging-view.ts';
import type { Deletion, Events } from './ports.ts';

export interface WhereBookedPorts {
  readonly events: Events;
  readonly boards: Boards;
  /** Events of which something may be kept. */
  readonly awaiting: Deletion['awaiting'];
}

/** What a supplier provides for an event; it names nobody who comes. */
export interface Booking {
  readonly event: EventOutline;
  readonly adjustment: Adjustment;
}

/** Everything that is still kept and says that this supplier provides it, the nearest first. */
export async function whereBooked(
  supplierId: string,
  now: Date,
  { events, boards, awaiting }: WhereBookedPorts,
): Promise<readonly Booking[]> {
  const found = await Promise.all((await awaiting()).map((eventId) => events.byId(eventId)));
  const kept = found.flatMap((event) => (event && !isClosed(event, now) ? [event] : []));
  const booked = await Promise.all(
    kept.map(async (event) => {
      const { adjustments } = shownOf(await boards.ofEvent(event.eventId), event, now);
      return adjustments.filter((each) => each.supplierId === supplierId).map((adjustment) => ({ event, adjustment }));
    }),
  );
  return booked.flat().sort((a, b) => (a.event.startsAt < b.event.startsAt ? -1 : 1));
}
