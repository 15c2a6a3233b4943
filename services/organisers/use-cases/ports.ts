import type { Actor, Envelope, EventFacts, OrganiserId, Role } from '@convener/contracts';
import type { EventNews } from '@convener/contracts/domain-events';
import type { Organiser } from '../domain/organiser.ts';
import type { Claims } from '../domain/sign-in.ts';

/** From this version of their record on, an organiser's sessions count; those signed before have ended. */
export interface EndedSessions {
  readonly organiserId: OrganiserId;
  readonly standing: number;
}

export interface LoadedOrganiser {
  readonly organiser: Organiser;
  readonly version: number;
  /** Opaque to use cases. */
  readonly carried: unknown;
}

export type Announcement = 'invited' | 'roles-changed' | 'removed' | 'signed-in';

export interface OrganiserStore {
  find(id: OrganiserId): Promise<LoadedOrganiser | undefined>;
  all(): Promise<readonly Organiser[]>;
  save(saving: {
    readonly loaded: LoadedOrganiser | undefined;
    readonly organiser: Organiser;
    readonly announcement: Announcement;
    readonly actor: Actor;
    readonly now: Date;
    /** Until when sessions and tokens of the standing before are remembered as ended; none need be where nobody loses anything. */
    readonly endsSessionsUntil?: Date;
    /** Only where this other organiser can invite in the moment of the write, whatever a list said before. */
    readonly leaving?: OrganiserId;
  }): Promise<'saved' | 'changed-meanwhile' | 'other-gone'>;
  /** Whose sessions of an earlier standing have ended, newest first. */
  ended(now: Date): Promise<readonly EndedSessions[]>;
}

/** Where every service reads which sessions have ended. */
export interface EndedNotice {
  publish(ended: readonly EndedSessions[]): Promise<void>;
}

/** Sign-ins last half a day and renew the short sessions that every service verifies. */
export interface SignInStore {
  start(id: string, organiserId: OrganiserId, expiresAt: Date): Promise<void>;
  find(id: string, now: Date): Promise<OrganiserId | undefined>;
  end(id: string): Promise<void>;
}

/** The identity provider, by OpenID Connect with code and PKCE. */
export interface IdentityProvider {
  begin(): Promise<{ readonly to: URL; readonly proof: SignInProof }>;
  complete(callback: URL, proof: SignInProof): Promise<{ readonly kind: 'claims'; readonly claims: Claims } | { readonly kind: 'refused' }>;
  signOutAddress(): Promise<URL | undefined>;
}

/** What only the browser that began may bring back; kept in a signed cookie for ten minutes. */
export interface SignInProof {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface AuditEntry {
  readonly at: string;
  readonly type: string;
  readonly subjectId: string;
  readonly organiserId: string;
}

export interface AuditStore {
  record(event: Envelope): Promise<void>;
  page(
    month: string,
    cursor: string | undefined,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly cursor: string | undefined }>;
}

export interface HomeEvent {
  readonly eventId: string;
  readonly title: string;
  readonly slug: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly capacity: number;
  readonly cancelled: boolean;
  readonly confirmed: number;
  /** Of the confirmed: given a place that became free, and not told by any letter. */
  readonly given: number;
  readonly waiting: number;
  /** Waiting people to whom a place is offered, until they answer. */
  readonly offered: number;
  /** Reflections that are neither themed nor set aside. */
  readonly unthemed: number;
  readonly report: 'none' | 'draft' | 'published';
  readonly reportSent: boolean;
  /** How many had no address when there was news of the event to be told. */
  readonly untold: Readonly<Partial<Record<EventNews, number>>>;
}

/** What one registration or reflection counts as; changed only by something newer. */
/** `given`: confirmed without having been asked, since no letter reaches them. */
export type Counted = 'confirmed' | 'given' | 'waiting' | 'offered' | 'unthemed' | 'nothing';

export interface HomeStore {
  keepEvent(facts: EventFacts, cancelled: boolean, version: number): Promise<void>;
  count(eventId: string, subjectId: string, as: Counted, version: number): Promise<void>;
  keepReport(
    news: { readonly eventId: string; readonly reportId: string; readonly report: 'draft' | 'published' },
    version: number,
  ): Promise<void>;
  reportSent(reportId: string): Promise<void>;
  /** Only the newest telling counts, by the instant at which it was over. */
  keepUntold(untold: { readonly eventId: string; readonly news: EventNews; readonly people: number }, at: Date): Promise<void>;
  events(): Promise<readonly HomeEvent[]>;
}

export interface Sessions {
  /** An organiser's id follows from their address, so that one address is one organiser. */
  idOf(address: string): Promise<OrganiserId>;
  sign(
    organiser: { readonly id: OrganiserId; readonly roles: readonly Role[]; readonly name: string; readonly standing: number },
    now: Date,
    lifetimeSeconds: number,
  ): Promise<string>;
}
