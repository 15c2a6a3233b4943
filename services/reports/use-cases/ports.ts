import type { Actor, EventFacts, EventId, ReportId } from '@convener/contracts';
import type { FreezeAnswer } from '@convener/contracts/calls';
import type { Edition, Report, ReportContent, Theme } from '../domain/report.ts';

/** What a report is made of, as it stands. */
export interface Material {
  readonly facts: EventFacts;
  /** In no order. */
  readonly themes: readonly Theme[];
  readonly loaded: LoadedReport | undefined;
}

/** A report as it was loaded, with what a store needs to write it again safely. */
export interface LoadedReport {
  readonly report: Report;
  readonly version: number;
  /** Opaque to use cases. */
  readonly carried: unknown;
}

export type Announcement =
  | { readonly kind: 'drafted' }
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'published';
      readonly edition: Edition;
      readonly slug: string;
      readonly title: string;
      readonly content: ReportContent;
    };

export interface Saving {
  readonly loaded: LoadedReport | undefined;
  readonly report: Report;
  readonly announcement: Announcement;
  readonly actor: Actor;
  readonly now: Date;
}

export type Saved = { readonly kind: 'saved' } | { readonly kind: 'changed-meanwhile' };

export interface ReportStore {
  /** Undefined while the event's facts have not come: a draft of an event is nobody's business yet. */
  load(eventId: EventId): Promise<Material | undefined>;
  /** The words of one edition, as they were published. */
  edition(eventId: EventId, number: number): Promise<ReportContent | undefined>;
  /** State, domain event and, where it is published, the edition's words: all or nothing. */
  save(saving: Saving): Promise<Saved>;
}

/** One published report, as the list of them shows it. */
export interface ListedReport {
  readonly slug: string;
  readonly title: string;
  readonly startsAt: string;
  readonly timeZone: string;
  readonly publishedAt: string;
  readonly edition: number;
}

export interface FactStore {
  keepFacts(facts: EventFacts, version: number): Promise<void>;
  keepTheme(eventId: EventId, theme: Theme, version: number): Promise<void>;
  removeTheme(eventId: EventId, themeId: string, version: number): Promise<void>;
  /** Latest event first. */
  published(): Promise<readonly ListedReport[]>;
}

/** A file for readers, whole. */
export interface PublishedFile {
  readonly key: string;
  readonly body: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

export interface Files {
  /** There whole or not at all; the same again is harmless. */
  put(file: PublishedFile): Promise<void>;
  /** Readers find it no longer; one that is not there is harmless. */
  remove(key: string): Promise<void>;
}

/** What words look like. */
export interface Typesetter {
  /** An edition as files, in the order in which they are to be written: what others refer to comes first. */
  edition(view: {
    readonly content: ReportContent;
    readonly slug: string;
    /** Up to the one whose words these are. */
    readonly editions: readonly [Edition, ...Edition[]];
    /** Those that came after it: an earlier edition says so, and is no longer what stands at the report's address. */
    readonly later: readonly Edition[];
  }): Promise<readonly PublishedFile[]>;
  /** The same before it is published, with the style at an address of the organisers' own. */
  preview(view: {
    readonly content: ReportContent;
    readonly slug: string;
    readonly editions: readonly Edition[];
    readonly stylesheet: string;
  }): Promise<{ readonly page: string; readonly text: string }>;
  style(): Promise<string>;
}

/** Whether an edition was at this address, and was taken down. */
export type TakenDown = (slug: string, number: number) => Promise<boolean>;

export type Freeze = (eventId: EventId) => Promise<FreezeAnswer | { readonly kind: 'unavailable' }>;

export interface Ids {
  make(prefix: 'rpt'): ReportId;
}

export interface OrganisePorts {
  readonly store: ReportStore;
  readonly freeze: Freeze;
  readonly ids: Ids;
}

export interface PressPorts extends Pick<OrganisePorts, 'store' | 'freeze'> {
  readonly files: Files;
  readonly typesetter: Pick<Typesetter, 'edition'>;
  /** `Event report: <the event's title>`, as readers see it. */
  readonly titleOf: (content: ReportContent) => string;
}
