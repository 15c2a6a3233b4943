import { type HttpRequest, notFound, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import type { EventOutline } from '../domain/event.ts';
import { isClosed } from '../use-cases/adjust.ts';
import type { Board } from '../use-cases/arranging-ports.ts';
import { type ArrangedPerson, arrangedPeople, shownOf } from '../use-cases/arranging-view.ts';
import { namesOrNothing } from '../use-cases/open-list.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { words } from '../words.en.ts';
import { readerOf } from './reader.ts';

type OpenPorts = Pick<ArrangeDependencies, 'events' | 'reads' | 'boards' | 'names' | 'handles'>;

export interface Opened {
  readonly event: EventOutline;
  readonly board: Board;
  readonly people: readonly ArrangedPerson[];
  readonly nameOf: (registrationId: string) => string;
}

/** What a page of the coordinator needs to know of an event. That it is opened is noted first: what cannot be noted is not shown. */
export async function open(request: HttpRequest, ports: OpenPorts, what: 'list' | 'export' = 'list'): Promise<Opened | Reply> {
  const { params, now } = request;
  const event = await ports.events.byId(params.eventId ?? '');
  if (!event) return notFound('event');
  if (isClosed(event, now)) return noLongerKept();
  await ports.reads.record({ eventId: event.eventId, ...readerOf(request), at: now.toISOString(), what });
  const [stored, names, handleOf] = await Promise.all([
    ports.boards.ofEvent(event.eventId),
    namesOrNothing(event.eventId, ports.names),
    ports.handles(),
  ]);
  const board = shownOf(stored, event, now);
  return { event, board, people: arrangedPeople(board, event, handleOf), nameOf: (id) => names?.get(id) ?? words.list.nameless };
}

export function isReply(opened: Opened | Reply): opened is Reply {
  return 'kind' in opened;
}

export function noLongerKept(): Reply {
  const { closed } = arrangingWords.adjustment;
  return problem(410, closed.title, closed.text);
}

export const accessOf = (eventId: string) => `/organise/events/${eventId}/access` as const;
