import type { Actor, Envelope, EventFacts } from '@convener/contracts';
import type { SensitiveAnswer } from '../domain/answers.ts';
import type { Change } from '../domain/change.ts';
import type { Event, Joining } from '../domain/event.ts';
import type { OfferSetting } from '../domain/offers.ts';
import type { Places, ReservedGroup } from '../domain/places.ts';
import type { Audience, ListedRegistration, Registration, Stored } from '../domain/registration.ts';

/** A registration as it was loaded; handed back when a change to it is saved. */
export interface Loaded {
  readonly stored: Stored;
  readonly carried: readonly Envelope[];
}

/** One sending of a form: its hidden id, and a fingerprint of all that was entered. */
export interface Attempt {
  readonly id: string;
  readonly fingerprint: string;
}

export interface SaveContext {
  readonly now: Date;
  readonly actor: Actor;
  readonly attempt?: Attempt | undefined;
}

export type SaveOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else changed the registration in between: load it again. */
  | { readonly kind: 'moved' }
  /** The event's places do not allow it; they stand as given, undefined where the event is unknown. */
  | { readonly kind: 'refused'; readonly places: Places | undefined }
  /** The same form was sent before. */
  | { readonly kind: 'attempt-used'; readonly fingerprint: string };

export interface Registrations {
  /** `fresh` false may be a moment old and costs half: only where a condition proves it afterwards. */
  load(registrationId: string, options?: { readonly fresh?: boolean }): Promise<Loaded>;
  /** What stands apart from the registration: only for whoever gave it, and for the role that it was given to. */
  sensitiveAnswers(registrationId: string): Promise<readonly SensitiveAnswer[]>;
  /** Those that exist, in no order. */
  loadAll(registrationIds: readonly string[]): Promise<readonly Registration[]>;
  save(loaded: Loaded, change: Change, context: SaveContext): Promise<SaveOutcome>;
  /** Up to `limit` ids whose time to confirm is over, oldest first. */
  dueToExpire(now: Date, limit: number): Promise<readonly string[]>;
  /** Up to `limit` ids whose offer is over, oldest first. */
  offersOver(now: Date, limit: number): Promise<readonly string[]>;
  /** Everybody of an event, confirmed first, then by time of registering; may be a moment old. */
  ofEvent(eventId: string): Promise<readonly ListedRegistration[]>;
  /** A page of ids of those with one of these standings, also after the event was called off; may be a moment old. */
  audience(
    eventId: string,
    query: { readonly standings: readonly Audience[]; readonly wantingReport: boolean; readonly cursor: string | undefined },
  ): Promise<{ readonly ids: readonly string[]; readonly cursor: string | undefined }>;
  /** Up to `limit` ids of an event that are not cancelled. */
  notCancelled(eventId: string, limit: number): Promise<readonly string[]>;
}

export interface Waiter {
  readonly registrationId: string;
  readonly waitingKey: string;
  readonly group: string | undefined;
}

export interface WaitingLine {
  /** The first of all, or the first of this group. */
  first(eventId: string, group?: string): Promise<string | undefined>;
  /** Everybody who waits, in their order. */
  all(eventId: string): Promise<readonly Waiter[]>;
  /** How many stand before this one. */
  before(eventId: string, waitingKey: string): Promise<number>;
}

export interface Events {
  bySlug(slug: string): Promise<Event | undefined>;
  byId(eventId: string): Promise<Event | undefined>;
  /** Ids of events that are not over. */
  notOver(now: Date): Promise<readonly string[]>;
  /** Late and repeated facts change nothing. */
  keepFacts(facts: EventFacts, version: number, at: string): Promise<void>;
  keepJoining(eventId: string, joining: Joining, version: number): Promise<void>;
  /** For good: an event that was called off does not come back. */
  callOff(eventId: string, at: string): Promise<void>;
  settle(eventId: string, now: Date): Promise<void>;
  /** Announces that the joining details go out; false where that was done since `from`, the instant from which they are shown. */
  openJoining(eventId: string, opening: { readonly now: Date; readonly from: string }): Promise<boolean>;
  noteExport(eventId: string, rows: number, organiserId: string, now: Date): Promise<void>;
}

export interface Identities {
  /** The registration of this address for this event; the same however often it is asked, and telling nothing of the address. */
  registrationId(email: string, eventId: string): Promise<string>;
  fingerprint(text: string): Promise<string>;
}

export interface Viewers {
  /** Counts one more registration from this network, and says how many there were in the last ten minutes or a little longer. */
  count(network: string, now: Date): Promise<number>;
  /** Counts one more form from this line at this event, and says how many there were in the last day or a little longer. */
  countAt(line: string, eventId: string, now: Date): Promise<number>;
}

export type LinkPurpose = 'confirm' | 'manage' | 'calendar' | 'offer';

export interface Links {
  /** Full address, for a letter. */
  mint(purpose: LinkPurpose, registration: Pick<Registration, 'registrationId' | 'linkVersion'>): Promise<string>;
  /** Undefined where it was not made here for this purpose. */
  read(purpose: LinkPurpose, token: string): Promise<{ readonly registrationId: string; readonly linkVersion: number } | undefined>;
}

export interface Sessions {
  /** A token for the short cookie that a link is swapped for. */
  open(registration: Pick<Registration, 'registrationId' | 'eventId' | 'email'>, now: Date): Promise<string>;
  /** Id of the registration that the token is good for. */
  read(token: string, now: Date): Promise<string | undefined>;
}

export interface Settings {
  /** Hours in which a registration has to be confirmed. */
  readonly pendingHours: number;
  /** Hours before the start at which the joining details are shown and sent. */
  readonly joiningHours: number;
}

interface ByOrganiser {
  readonly organiserId: string;
  readonly now: Date;
}

/** Places that are kept for groups. False where somebody was quicker: read the event again. */
export interface ReservedPlaces {
  addGroup(eventId: string, group: ReservedGroup, places: Places, by: ByOrganiser): Promise<boolean>;
  changeGroup(
    eventId: string,
    change: { readonly before: ReservedGroup; readonly after: ReservedGroup },
    places: Places,
    by: ByOrganiser,
  ): Promise<boolean>;
  /** What nobody took goes to everybody; for good. */
  release(eventId: string, group: ReservedGroup, now: Date): Promise<boolean>;
  /** So many unsold places of a group go, since the event holds fewer. */
  giveUp(eventId: string, group: ReservedGroup, by: number): Promise<boolean>;
  saveOffers(eventId: string, setting: OfferSetting, by: ByOrganiser): Promise<boolean>;
  /** Of an event that was made from another: groups nobody is in yet and how offers are made, only where it has no groups of its own. */
  setFirst(eventId: string, groups: readonly ReservedGroup[], offers: OfferSetting | undefined, by: ByOrganiser): Promise<boolean>;
}

/** What changes to registrations need. */
export interface RegistrationPorts {
  readonly registrations: Registrations;
  readonly line: WaitingLine;
  readonly reserved: ReservedPlaces;
  readonly events: Events;
}
