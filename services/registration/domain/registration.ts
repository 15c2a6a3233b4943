import type { Answer, SensitiveMark } from './answers.ts';

/** What a person tells us of themselves. Optional answers that were left out are empty. */
export interface Details {
  /** What they like to be called; a full name is never asked for. */
  readonly name: string;
  readonly organisation: string;
  /** "I am coming as …", in their own words. */
  readonly comingAs: string;
  readonly wantsReport: boolean;
  /** How letters to them are laid out. */
  readonly format: 'html' | 'text';
  /** Somebody comes with them to support them, and takes no place; where they gave no name it is empty. */
  readonly supporter?: { readonly name: string } | undefined;
}

export type RegistrationState =
  /** Somebody gave this address; whoever reads its mail has yet to say that it was them. */
  | { readonly kind: 'pending'; readonly holds: 'place'; readonly pool?: string | undefined; readonly expiresAt: string }
  | { readonly kind: 'pending'; readonly holds: 'nothing'; readonly expiresAt: string }
  /** `pool` is the group whose reserved place it is; a place for everybody has none. */
  | { readonly kind: 'confirmed'; readonly at: string; readonly pool?: string | undefined }
  /** `waitingKey` is the place in the line: lines are in the order of this key. It tells when they joined, unless they were moved. */
  | { readonly kind: 'waitlisted'; readonly waitingKey: string; readonly joinedAt?: string | undefined }
  /** A place is held for them until `until`; it is theirs by one press. `waitingKey` is where they stood. */
  | {
      readonly kind: 'offered';
      readonly waitingKey: string;
      readonly offeredAt: string;
      readonly until: string;
      readonly pool?: string | undefined;
    }
  | { readonly kind: 'cancelled'; readonly by: 'attendee' | 'organiser'; readonly at: string }
  /** They said no to an offered place, or its time went by. */
  | { readonly kind: 'cancelled'; readonly by: 'declined' | 'lapsed'; readonly at: string }
  /** Called off with its event; `was` is the standing that it had, so that the letter about it finds everybody. */
  | { readonly kind: 'cancelled'; readonly by: 'event'; readonly was: Standing; readonly at: string };

export type Standing = Exclude<RegistrationState['kind'], 'cancelled'>;
/** Whom a letter to many goes to: those of a standing, or those of the confirmed who came. */
export type Audience = Standing | 'attended';
export type CancelledBy = Extract<RegistrationState, { kind: 'cancelled' }>['by'];
export type Status = RegistrationState['kind'];

/** Letters that anybody can set off by typing an address, counted so that nobody's inbox is flooded through us. */
export interface LetterCount {
  readonly since: string;
  readonly count: number;
}

/** How somebody told us that they want to come. All but the form is an organiser who writes down what they were told. */
export const waysOfTelling = ['form', 'phone', 'post', 'in-person', 'email'] as const;
export type WayOfTelling = (typeof waysOfTelling)[number];

/** That somebody came: when it was noted, and how. An organiser who noted it is named by id. */
export type Attended =
  | { readonly at: string; readonly how: 'code' | 'link' }
  | { readonly at: string; readonly how: 'organiser'; readonly by: string };

/** What can happen to somebody around the line. */
export const stepKinds = ['waiting', 'offered', 'took', 'given', 'declined', 'lapsed'] as const;
export type StepKind = (typeof stepKinds)[number];
export const stepActors = ['attendee', 'organiser', 'system'] as const;
export type StepActor = (typeof stepActors)[number];

/** One thing that happened around the line, kept since the next one writes over the standing that told it. */
export interface Step {
  readonly at: string;
  readonly kind: StepKind;
  readonly by: StepActor;
}

export interface Registration {
  /** How often it was stored; only of one that was read. */
  readonly version?: number | undefined;
  readonly registrationId: string;
  readonly eventId: string;
  /** Empty where they gave none: no letter goes to them, and an organiser tells them what they need to know. */
  readonly email: string;
  /** By the form unless said. */
  readonly told?: WayOfTelling | undefined;
  /** They said that others who come may see their name: when, and to which words. */
  readonly shownToOthers?: { readonly at: string; readonly words: number } | undefined;
  /** The last time that an organiser corrected it. */
  readonly correctedAt?: string | undefined;
  readonly details: Details;
  /** To the organisers' own questions; those marked sensitive are kept elsewhere, and only their marks are here. */
  readonly answers?: readonly Answer[] | undefined;
  readonly sensitive?: readonly SensitiveMark[] | undefined;
  readonly registeredAt: string;
  /** Links in mail carry it; raising it revokes every link before. */
  readonly linkVersion: number;
  readonly letters: LetterCount;
  readonly state: RegistrationState;
  /** The group that they chose, where the event keeps places for some. */
  readonly group?: string | undefined;
  /** When an organiser moved them in the line, and why. */
  readonly moves?: readonly Move[] | undefined;
  /** What happened around the line, the oldest first; nothing where they never waited. */
  readonly steps?: readonly Step[] | undefined;
  /** Only once they came. */
  readonly attended?: Attended | undefined;
}

/** An organiser moved somebody in the line. Positions are counted from 1. */
export interface Move {
  readonly at: string;
  readonly by: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** What is stored under a registration's id. A gone one keeps its version, so that the same person can come again and no event is taken twice. */
export type Stored =
  | { readonly kind: 'none' }
  | { readonly kind: 'gone'; readonly version: number }
  | { readonly kind: 'held'; readonly version: number; readonly registration: Registration };

export function versionOf(stored: Stored): number {
  return stored.kind === 'none' ? 0 : stored.version;
}

/** The same address however it was typed: one person, one registration an event. */
export function normalisedAddress(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** A line of the organiser's list. */
export interface ListedRegistration extends Pick<Registration, 'registrationId' | 'email' | 'details' | 'registeredAt'> {
  readonly status: Status;
  /** When it came to stand as it does. */
  readonly since: string;
  /** The group whose reserved place it holds. */
  readonly pool?: string | undefined;
  /** The group that they chose. */
  readonly group?: string | undefined;
  /** Their place in the line, from 1; only where it was asked for, and only of those who wait. */
  readonly position?: number | undefined;
  readonly told: WayOfTelling;
  readonly shownToOthers: boolean;
  readonly attended?: Attended | undefined;
}

/** When a registration came to stand as it does. */
export function sinceWhen({ state, registeredAt }: Pick<Registration, 'state' | 'registeredAt'>): string {
  switch (state.kind) {
    case 'pending':
      return registeredAt;
    case 'waitlisted':
      return state.joinedAt ?? state.waitingKey.split('#')[0] ?? registeredAt;
    case 'offered':
      return state.offeredAt;
    case 'confirmed':
    case 'cancelled':
      return state.at;
  }
}
