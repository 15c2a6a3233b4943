import { usualAsking } from '../domain/asking.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Random } from '../domain/small-numbers.ts';
import { isDue, outcomeOf, summaryOf } from '../domain/summary.ts';
import type { AskingSettings, ConfirmedCount, Figures, UnlinkedLists } from './asking-ports.ts';
import type { Deletion, Events, NeedList } from './ports.ts';

export interface FreezePorts {
  readonly events: Events;
  readonly deletion: Pick<Deletion, 'awaiting'>;
  readonly asking: AskingSettings;
  readonly list: NeedList;
  readonly lists: UnlinkedLists;
  readonly figures: Figures;
  readonly confirmed: ConfirmedCount;
  readonly random: Random;
}

/**
 * Makes the figures of every event whose time has come: what would help, once registration has closed; what was said afterwards, once
 * nobody can say more. Of every event alike, whether there is anything or not, and never twice. Says for how many events.
 */
export async function freezeFigures(now: Date, ports: FreezePorts): Promise<number> {
  let frozen = 0;
  const failures: unknown[] = [];
  for (const eventId of await ports.deletion.awaiting()) {
    try {
      const event = await ports.events.byId(eventId);
      if (event && (await freeze(event, now, ports))) frozen += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some figures could not be made; the next run tries them again.');
  return frozen;
}

async function freeze(event: EventOutline, now: Date, ports: FreezePorts): Promise<boolean> {
  const due = isDue(event, now);
  const made = [due.summary && (await freezeSummary(event, now, ports)), due.outcome && (await freezeOutcome(event, now, ports))];
  return made.includes(true);
}

async function freezeSummary(event: EventOutline, now: Date, ports: FreezePorts): Promise<boolean> {
  const { eventId, mode } = event;
  if (await ports.figures.summaryOf(eventId)) return false;
  const [confirmed, needs, set] = await Promise.all([
    ports.confirmed.ofEvent(eventId),
    ports.list.ofEvent(eventId),
    ports.asking.load(eventId),
  ]);
  await ports.figures.keepSummary(eventId, summaryOf({ needs, asking: set ?? usualAsking(mode), confirmed }, now, ports.random));
  return true;
}

async function freezeOutcome({ eventId }: EventOutline, now: Date, ports: FreezePorts): Promise<boolean> {
  if (await ports.figures.outcomeOf(eventId)) return false;
  const { feedbackOf, equalityOf } = ports.lists;
  const [choices, answers, confirmed] = await Promise.all([feedbackOf(eventId), equalityOf(eventId), ports.confirmed.ofEvent(eventId)]);
  await ports.figures.keepOutcome(eventId, outcomeOf({ choices, answers, confirmed }, now, ports.random));
  return true;
}
