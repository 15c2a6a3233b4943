import type { Adjustment } from '../domain/adjustment.ts';
import { type Arrangement, type Decision, deliver, link, noArrangement, type TellingWords, tell } from '../domain/arrangement.ts';
import { type EventOutline, phaseOf } from '../domain/event.ts';
import { deleteFrom } from '../domain/keeping.ts';
import type { Need } from '../domain/need.ts';
import { type Occasion, occasionOf, occasionText } from '../domain/occasion.ts';
import { changedMeanwhile } from '../domain/ticks.ts';
import type { Arrangements, Boards, Ids } from './arranging-ports.ts';
import { KeepsMovingError } from './keeps-moving.ts';
import { namesOrNothing, type Reader } from './open-list.ts';
import type { Handles } from './person-handle.ts';
import type { AttendeeNames, Events, Reads } from './ports.ts';

export interface PersonPorts extends Handles {
  readonly events: Events;
  readonly boards: Boards;
  readonly arrangements: Arrangements;
  readonly ids: Ids;
}

/** One person's answer with what is arranged for it. */
export interface PersonView {
  /** What stands for them in addresses. */
  readonly handle: string;
  readonly event: EventOutline;
  readonly need: Need;
  readonly name: string | undefined;
  readonly arrangement: Arrangement;
  readonly adjustments: readonly Adjustment[];
}

export interface OpenPersonPorts extends PersonPorts {
  readonly reads: Reads;
  readonly names: AttendeeNames;
}

/** For an access coordinator. That it is opened is noted first: what cannot be noted is not shown. */
export async function openPerson(
  eventId: string,
  handle: string,
  reader: Reader,
  now: Date,
  ports: OpenPersonPorts,
): Promise<PersonView | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event || now >= deleteFrom(event)) return undefined;
  await ports.reads.record({ eventId, ...reader, at: now.toISOString(), what: 'one' });
  // Registration is asked whether or not there is anybody: its log has a line for each time.
  const [found, names] = await Promise.all([find(eventId, handle, ports), namesOrNothing(eventId, ports.names)]);
  if (!found) return undefined;
  return { event, handle, ...found, name: names?.get(found.need.registrationId) };
}

/** That what is arranged for somebody is shown to a program in answer to a change; pages that follow a change note their own opening. */
export async function noteLook(eventId: string, reader: Reader, now: Date, { events, reads }: Pick<OpenPersonPorts, 'events' | 'reads'>) {
  if (await events.byId(eventId)) await reads.record({ eventId, ...reader, at: now.toISOString(), what: 'one' });
}

async function find(eventId: string, handle: string, { boards, handles }: Pick<PersonPorts, 'boards' | 'handles'>) {
  const [{ needs, arrangements, adjustments }, handleOf] = await Promise.all([boards.ofEvent(eventId), handles()]);
  const need = needs.find(({ registrationId }) => handleOf(eventId, registrationId) === handle);
  if (!need) return undefined;
  const held = arrangements.find(({ registrationId }) => registrationId === need.registrationId);
  return { need, arrangement: held ?? noArrangement(need), adjustments };
}

export type PersonCommand =
  /** `shown`: what served them by the page; undefined takes what is there. */
  | { readonly kind: 'link'; readonly adjustmentIds: readonly string[]; readonly shown?: readonly string[] | undefined }
  /** One thing serves them, or not any more; all else that does stays. */
  | { readonly kind: 'serve'; readonly adjustmentId: string; readonly serves: boolean }
  | { readonly kind: 'tell'; readonly words: TellingWords; readonly expected: number | undefined; readonly occasion?: string | undefined }
  /** They were told by phone. */
  | { readonly kind: 'rung'; readonly expected: number };

export type PersonOutcome =
  | { readonly kind: 'saved'; readonly arrangement: Arrangement }
  | { readonly kind: 'meanwhile' }
  /** The event is at another time or place than on the page that was sent. */
  | { readonly kind: 'moved' }
  /** The event is over or was called off. */
  | { readonly kind: 'closed' }
  /** Something is not arranged for this event: nothing was linked. */
  | { readonly kind: 'unknown' }
  /** Never there, or taken back: both are told alike. */
  | { readonly kind: 'not-found' };

const mostTries = 5;

export async function arrangeFor(
  eventId: string,
  handle: string,
  command: PersonCommand,
  now: Date,
  ports: PersonPorts,
): Promise<PersonOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const event = await ports.events.byId(eventId);
    if (!event) return { kind: 'not-found' };
    if (phaseOf(event, now) !== 'open') return { kind: 'closed' };
    const found = await find(eventId, handle, ports);
    if (!found) return { kind: 'not-found' };
    const occasion = occasionOf(event);
    if (command.kind === 'tell' && command.occasion !== undefined && command.occasion !== occasionText(occasion)) return { kind: 'moved' };
    const decision = decide(found, command, { occasion, now, ids: ports.ids });
    switch (decision.kind) {
      case 'same':
        return { kind: 'saved', arrangement: decision.arrangement };
      case 'meanwhile':
      case 'unknown':
        return { kind: decision.kind };
      case 'save':
        if ((await ports.arrangements.save(decision.arrangement, found.need, event)) === 'saved') {
          return { kind: 'saved', arrangement: decision.arrangement };
        }
    }
  }
  throw new KeepsMovingError();
}

interface Given {
  readonly occasion: Occasion;
  readonly now: Date;
  readonly ids: Ids;
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

function decide(
  { need, arrangement, adjustments }: Found,
  command: PersonCommand,
  { occasion, now, ids }: Given,
): Decision | { readonly kind: 'unknown' } {
  switch (command.kind) {
    case 'link': {
      const known = new Set(adjustments.map(({ adjustmentId }) => adjustmentId));
      const sent = command.adjustmentIds;
      if (!sent.every((id) => known.has(id))) return { kind: 'unknown' };
      const isOld = changedMeanwhile({ sent, shown: command.shown, now: arrangement.adjustmentIds });
      return isOld ? { kind: 'meanwhile', arrangement } : link(arrangement, sent);
    }
    case 'serve': {
      const others = arrangement.adjustmentIds.filter((id) => id !== command.adjustmentId);
      return link(arrangement, command.serves ? [...others, command.adjustmentId] : others);
    }
    case 'tell':
      return tell(arrangement, need, command.words, { expected: command.expected, occasion, adjustments, now, letterId: ids.make('let') });
    case 'rung':
      if (arrangement.telling?.version !== command.expected) return { kind: 'meanwhile', arrangement };
      return deliver(arrangement, command.expected, ['waiting', 'refused', 'sending'], 'done');
  }
}
