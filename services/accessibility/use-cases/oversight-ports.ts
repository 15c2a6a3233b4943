import type { NamedRead } from '../domain/access-list.ts';

export interface ReadsWanted {
  /** Of one event; of all unless said. */
  readonly eventId?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Looks at every event, newest first. */
export interface AllReads {
  page(wanted: ReadsWanted): Promise<{ readonly reads: readonly NamedRead[]; readonly cursor: string | undefined }>;
}

/** What readers are called; the name goes when the organiser is removed, the looks stay under the id. */
export interface ReaderNames {
  forget(organiserId: string): Promise<void>;
}
