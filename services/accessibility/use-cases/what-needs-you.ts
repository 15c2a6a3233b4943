import { attentionKinds, coordinatorsAttention, type EventsCounts } from '../domain/coordinators-attention.ts';
import { isClosed } from './adjust.ts';
import type { Boards } from './arranging-ports.ts';
import { shownOf, standingsOf } from './arranging-view.ts';
import type { Deletion, Events } from './ports.ts';

export interface WhatNeedsYouPorts {
  readonly events: Events;
  readonly boards: Boards;
  /** Events of which something may be kept. */
  readonly awaiting: Deletion['awaiting'];
}

/**
 * Every event with what waits for the coordinator there, the nearest first. Counts alone: nobody's answer is shown, so no look at anybody is
 * noted. Each event is read alike, whether or not anybody said anything.
 */
export async function whatNeedsYou(now: Date, { events, boards, awaiting }: WhatNeedsYouPorts): Promise<readonly EventsCounts[]> {
  const found = await Promise.all((await awaiting()).map((eventId) => events.byId(eventId)));
  const kept = found.flatMap((event) => (event && !isClosed(event, now) ? [event] : []));
  const counted = await Promise.all(
    kept.map(async (event) => {
      const board = shownOf(await boards.ofEvent(event.eventId), event, now);
      const counts = coordinatorsAttention({ event, adjustments: board.adjustments, people: standingsOf(board, event) }, now);
      return { event, counts, needsYou: attentionKinds.some((kind) => counts[kind] > 0) };
    }),
  );
  return counted
    .filter(({ event, needsYou }) => needsYou || (!event.calledOffAt && now.toISOString() < event.endsAt))
    .sort((a, b) => (a.event.startsAt < b.event.startsAt ? -1 : 1));
}
