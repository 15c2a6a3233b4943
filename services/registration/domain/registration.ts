import type { Attended } from './attendance.ts';

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
}

export type RegistrationState =
  /** Somebody gave this address; whoever reads its mail has yet to say that it was them. */
  | { readonly kind: 'pending'; readonly holds: 'place' | 'nothing'; readonly expiresAt: string }
  | { readonly kind: 'confirmed'; readonly at: string }
  /** `waitingKey` is the place in the line: lines are in the order of this key. */
  | { readonly kind: 'waitlisted'; readonly waitingKey: string }
  | { readonly kind: 'cancelled'; readonly by: 'attendee' | 'organiser'; readonly at: string }
  /** Called off with its event; `was` is the standing that it had, so that the letter about it finds everybody. */
  | { readonly kind: 'cancelled'; readonly by: 'event'; readonly was: Standing; readonly at: string };

export type Standing = Exclude<RegistrationState['kind'], 'cancelled'>;
/** Whom a letter to many goes to: those of a standing, or those of the confirmed who came. */
export type Audience = Standing | 'attended';
export type Status = RegistrationState['kind'];

/** Letters that anybody can set off by typing an address, counted so that nobody's inbox is flooded through us. */
export interface LetterCount {
  readonly since: string;
  readonly count: number;
}

export interface Registration {
  readonly registrationId: string;
  readonly eventId: string;
  readonly email: string;
  readonly details: Details;
  readonly registeredAt: string;
  /** Links in mail carry it; raising it revokes every link before. */
  readonly linkVersion: number;
  readonly letters: LetterCount;
  readonly state: RegistrationState;
  /** Only once they came. */
  readonly attended?: Attended | undefined;
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
  readonly attended?: Attended | undefined;
}
