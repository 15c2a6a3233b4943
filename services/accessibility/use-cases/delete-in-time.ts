import { costsOf } from '../domain/access-costs.ts';
import { arrangedDeleteFrom, arrangedGoneBy, deleteFrom, goneBy } from '../domain/keeping.ts';
import type { Boards } from './arranging-ports.ts';
import type { Deletion, Events } from './ports.ts';

export interface DeletionPorts {
  readonly events: Events;
  readonly deletion: Deletion;
  readonly boards: Boards;
}

/**
 * The sweep that keeps the promise, whether or not the table's own expiry ever runs. It goes by the event's facts, so an event that was
 * moved moves its deadline. Says how many events were settled: how many answers there were is nobody's to know.
 */
export async function deleteInTime(now: Date, ports: DeletionPorts): Promise<number> {
  let settled = 0;
  const failures: unknown[] = [];
  for (const eventId of await ports.deletion.awaiting()) {
    try {
      if (await settle(eventId, now, ports)) settled += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some events could not be settled; the next run tries them again.');
  return settled;
}

async function settle(eventId: string, now: Date, { events, deletion, boards }: DeletionPorts): Promise<boolean> {
  const event = await events.byId(eventId);
  if (!event) return false;
  if (now < deleteFrom(event)) {
    await deletion.reschedule(eventId, goneBy(event));
    return false;
  }
  // Called off: what people said goes at once, what was booked has yet to be rung off.
  if (now < arrangedDeleteFrom(event)) {
    await deletion.deleteWhatWasSaid(eventId);
    await deletion.reschedule(eventId, arrangedGoneBy(event));
    return deletion.writeFirstReceipt(event, now, arrangedDeleteFrom(event));
  }
  const { title, endsAt } = event;
  // Of every event, also where nothing was spent: that there is a total says nothing.
  const pence = costsOf((await boards.ofEvent(eventId)).adjustments).expectedPence;
  await deletion.keepTotal({ eventId, title, endsAt, pence });
  await deletion.deleteAll(eventId);
  return deletion.writeReceipt(event, now);
}
