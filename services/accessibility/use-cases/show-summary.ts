import type { SummaryView } from '../domain/summary.ts';
import type { Figures, UnlinkedLists } from './asking-ports.ts';
import type { Reader } from './open-list.ts';
import type { Events, Reads } from './ports.ts';

export interface SummaryPorts {
  readonly events: Events;
  readonly figures: Figures;
  readonly lists: UnlinkedLists;
  readonly reads: Reads;
}

/** Figures that are safe for everybody on the team. Words that people wrote are for access coordinators, and that they read them is noted. */
export async function showSummary(
  eventId: string,
  reader: Reader & { readonly isCoordinator: boolean },
  now: Date,
  { events, figures, lists, reads }: SummaryPorts,
): Promise<SummaryView | undefined> {
  const event = await events.byId(eventId);
  if (!event) return undefined;
  const [summary, outcome] = await Promise.all([figures.summaryOf(eventId), figures.outcomeOf(eventId)]);
  if (!outcome || !reader.isCoordinator) return { event, summary, outcome, words: undefined };
  const { isCoordinator: _role, ...who } = reader;
  await reads.record({ eventId, ...who, at: now.toISOString(), what: 'afterwards' });
  return { event, summary, outcome, words: await lists.wordsOf(eventId) };
}
