import { countsOf, decideForget, type KeptCounts, type Receipt, type Retention } from '../domain/retention.ts';
import { erase } from './leave.ts';
import type { RegistrationPorts } from './ports.ts';

export interface RetentionStore {
  /** Up to `limit` ids of events whose people may be due: those that ended before `endedBefore`, and those to look at again. */
  due(endedBefore: Date, now: Date, limit: number): Promise<readonly string[]>;
  receipt(eventId: string): Promise<Receipt | undefined>;
  /** Once: the numbers before anybody was forgotten. */
  keepCounts(eventId: string, counts: KeptCounts, now: Date): Promise<void>;
  /** To be looked at again then, or never: nobody is left. Nothing where the event was moved meanwhile. */
  lookAgain(eventId: string, endsAt: string, at: string | undefined, now: Date): Promise<void>;
}

export type RetentionPorts = RegistrationPorts & { readonly retention: Retention; readonly keeping: RetentionStore };

/** Events looked at in one sweep, and people forgotten: what is left over comes with the next. */
const mostEvents = 20;
const mostPeople = 400;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The sweep that forgets who came to events of months ago: numbers stay. Every registration goes as if its owner had deleted it, so that
 * every other service forgets with us, and nobody is written to. Killed anywhere, the next run goes on.
 */
export async function forgetInTime(now: Date, ports: RetentionPorts): Promise<number> {
  const { keeping, retention } = ports;
  let forgotten = 0;
  const endedBefore = new Date(now.getTime() - retention.days * dayMs);
  for (const eventId of await keeping.due(endedBefore, now, mostEvents)) {
    const event = await ports.events.byId(eventId);
    if (!event) continue;
    const { endsAt } = event.outline;
    const all = await ports.registrations.ofEvent(eventId);
    // Counted while everybody is there; a later run finds the numbers of the first.
    if (!(await keeping.receipt(eventId))) await keeping.keepCounts(eventId, countsOf(all), now);
    const due = decideForget(all, endsAt, retention, now);
    const batch = due.now.slice(0, mostPeople - forgotten);
    for (const registrationId of batch) await erase(registrationId, { kind: 'system' }, now, ports);
    forgotten += batch.length;
    if (batch.length < due.now.length) break;
    await keeping.lookAgain(eventId, endsAt, due.next, now);
  }
  return forgotten;
}
