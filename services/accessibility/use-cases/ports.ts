import type { EventFacts } from '@convener/contracts';
import type { Spent } from '../domain/access-costs.ts';
import type { NamedRead } from '../domain/access-list.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { EventOutline, Standing } from '../domain/event.ts';
import type { Need } from '../domain/need.ts';
import type { Remembered } from '../domain/remembered.ts';

export interface Events {
  byId(eventId: string): Promise<EventOutline | undefined>;
}

/** The read model as domain events keep it. Late and repeated facts change nothing. */
export interface EventKeeping {
  keepFacts(facts: EventFacts, calledOffAt: string | undefined, version: number): Promise<void>;
}

export interface Standings {
  /** `here` unless it is known that the place was given up: domain events may be a moment behind. */
  of(registrationId: string): Promise<Standing>;
}

export interface Places {
  /** For which event somebody has registered; undefined for an id of which nothing was heard. */
  eventOf(registrationId: string): Promise<string | undefined>;
}

export interface StandingKeeping {
  come(registrationId: string, eventId: string, version: number): Promise<void>;
  /** Notes that the place was given up and deletes what belongs to it, in one transaction. */
  go(registrationId: string, eventId: string, version: number, at: string): Promise<void>;
}

export interface Needs {
  /** What is stored, expired or not. */
  load(eventId: string, registrationId: string): Promise<Need | undefined>;
  /** `moved` where the answer, the event or the standing is no longer as it was read: nothing was written. */
  save(need: Need, under: { readonly event: EventOutline; readonly goneBy: Date }): Promise<'saved' | 'moved'>;
  /** What was arranged for it goes too; that something was taken back is noted, neither whose it was nor when. */
  remove(eventId: string, registrationId: string): Promise<void>;
}

export interface NeedList {
  ofEvent(eventId: string): Promise<readonly Need[]>;
}

export interface Reads {
  /** With the reader's name as their session tells it, which is kept beside and goes when they are removed. */
  record(read: NamedRead): Promise<void>;
  /** Newest first. */
  latest(eventId: string, limit: number): Promise<readonly NamedRead[]>;
}

export interface AttendeeNames {
  /** Names by registration id of everybody who comes to the event. Throws while registration cannot be asked. */
  ofEvent(eventId: string): Promise<ReadonlyMap<string, string>>;
}

export interface Deletion {
  /** Ids of events whose answers have not been deleted for good. */
  awaiting(): Promise<readonly string[]>;
  /** Keeps what the access of an event cost, before all else goes. */
  keepTotal(spent: Spent): Promise<void>;
  /** Deletes every answer of an event and whatever was arranged, expired or not. */
  deleteAll(eventId: string): Promise<void>;
  /** Deletes every answer of an event and whatever belongs to one or was said by somebody; what is arranged names nobody, and stays. */
  deleteWhatWasSaid(eventId: string): Promise<void>;
  /** Writes the receipt of that; the event stays on the list until the rest is due. False where it was written, or the facts have changed. */
  writeFirstReceipt(event: EventOutline, now: Date, restDue: Date): Promise<boolean>;
  /** Writes the receipt and takes the event off the list; false where its facts have changed since they were read. */
  writeReceipt(event: EventOutline, now: Date): Promise<boolean>;
  /** Moves the expiry of what has another one. */
  reschedule(eventId: string, goneBy: Date): Promise<void>;
}

export interface Person {
  /** Every answer of one person. */
  answersOf(registrationId: string): Promise<readonly Need[]>;
  /** What they were told, and what they said to it. */
  arrangementsOf(registrationId: string): Promise<readonly Arrangement[]>;
  /** What they asked to have ready at the next event, where this place was used for it. */
  memoriesOf(registrationId: string): Promise<readonly Remembered[]>;
  erase(registrationId: string): Promise<void>;
}

export interface AccessPorts {
  readonly events: Events;
  readonly standings: Standings;
  readonly needs: Needs;
}
