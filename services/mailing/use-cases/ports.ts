import type { Actor, Role } from '@convener/contracts';
import type { DirectoryAnswer, DirectoryRequest, InvitationAnswer, InvitationRequest } from '@convener/contracts/calls';
import type { JoiningNews, ToldFacts } from '../domain/event-change.ts';
import type { Member } from '../domain/member.ts';
import type { Stream } from '../domain/streams.ts';
import type { AroundStore, PlanStore } from './around-ports.ts';
import type { LetterStore, SuppressionStore } from './letter-ports.ts';
import type { MailingStore } from './mailing-ports.ts';
import type { MemberStore } from './member-ports.ts';

export interface EventLook {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly mode: 'online' | 'in-person' | 'hybrid';
  readonly place: string;
  readonly cancelled: boolean;
  /** Version of the event’s public facts, and when it was made. */
  readonly version: number;
  readonly changedAt: string;
}

export interface ReportLook {
  readonly id: string;
  readonly eventId: string;
  readonly slug: string;
  readonly title: string;
  readonly edition: number;
  readonly publishedAt: string;
}

export interface FactStore {
  event(id: string): Promise<EventLook | undefined>;
  saveEvent(event: Omit<EventLook, 'version'>, version: number): Promise<void>;
  /** What people were last told, and of which version; only ever newer. */
  told(eventId: string): Promise<(ToldFacts & { readonly version: number }) | undefined>;
  noteTold(eventId: string, facts: ToldFacts, version: number): Promise<void>;
  joining(eventId: string): Promise<JoiningNews>;
  noteJoiningOpened(eventId: string, at: string): Promise<void>;
  noteJoiningChanged(eventId: string, change: { readonly version: number; readonly at: string }): Promise<void>;
  report(eventId: string): Promise<ReportLook | undefined>;
  saveReport(report: ReportLook, version: number): Promise<void>;
}

/** The one thing that registration is asked: who are these. Throws where registration does not answer. */
export type Directory = (request: DirectoryRequest) => Promise<DirectoryAnswer>;

/** The one thing that organisers is asked: whom an invitation goes to. Throws where organisers does not answer. */
export type Invitations = (request: InvitationRequest) => Promise<InvitationAnswer>;

/** An address as a key: the same for the same address, and nothing that anybody can turn back. */
export type AddressKey = (address: string) => Promise<string>;

export interface Links {
  confirm(member: Member): Promise<string>;
  preferences(member: Member): Promise<string>;
  unsubscribe(addressKey: string, stream: Stream): Promise<string>;
}

/** An organiser's own address for a test letter, kept for a day. */
export interface TesterStore {
  keep(address: string, now: Date): Promise<string>;
  find(id: string): Promise<string | undefined>;
}

/** Somebody as a letter needs them, at the moment it is written. */
export interface Person {
  readonly name: string;
  readonly address: string;
  readonly format: 'html' | 'text';
  readonly status: string;
  readonly links: Readonly<Record<string, string>>;
  /** Until when a place is held for them, while one is. */
  readonly offerUntil?: string | undefined;
  /** Of somebody who has yet to confirm: until when they can, and whether a place is held for them so long. */
  readonly toConfirm?: { readonly until: string; readonly placeHeld: boolean } | undefined;
  /** What somebody who is invited to organise is invited to, and by whom. */
  readonly invitation?: { readonly roles: readonly Role[]; readonly by?: string | undefined } | undefined;
  /** Whether they have a place, or had one when their event was called off; undefined where registration cannot tell. */
  readonly hasOrHadPlace?: boolean | undefined;
  /** Of what registration stores of their place. */
  readonly version?: number | undefined;
}

export interface ReactPorts {
  readonly letters: LetterStore;
  readonly mailings: MailingStore;
  readonly suppression: SuppressionStore;
  readonly facts: FactStore;
  readonly around: Pick<AroundStore, 'touch'>;
  readonly plans: PlanStore;
}

export interface PublicPorts {
  readonly members: MemberStore;
  readonly letters: LetterStore;
  readonly suppression: SuppressionStore;
  readonly addressKey: AddressKey;
}

export interface OrganisePorts extends PublicPorts {
  readonly imports: ImportStore;
  readonly facts: Pick<FactStore, 'event'>;
  readonly directory: Directory;
  readonly ids: { make(prefix: 'imp' | 'exp' | 'let'): string };
}

/** What organisers need for mailings and for the letters around an event. */
export interface LettersPorts {
  readonly letters: LetterStore;
  readonly mailings: MailingStore;
  readonly testers: TesterStore;
  readonly facts: FactStore;
  readonly plans: PlanStore;
  readonly ids: { make(prefix: 'mlg' | 'let'): string };
}

export interface ImportStore {
  /** Kept for the domain event that rides on it, which the audit log reads. */
  recordExport(exported: { readonly exportId: string; readonly rows: number; readonly actor: Actor; readonly now: Date }): Promise<void>;
  /** Kept for the domain event that rides on it. */
  record(result: {
    readonly importId: string;
    readonly added: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly actor: Actor;
    readonly now: Date;
  }): Promise<void>;
}
