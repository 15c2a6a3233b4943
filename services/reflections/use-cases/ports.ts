import type { Actor, EventId, ReflectionId, RoomId, ThemeId } from '@convener/contracts';
import type { KeptEvent } from '../domain/event.ts';
import type { ReflectionRow } from '../domain/overview.ts';
import type { Announcement, Reflection } from '../domain/reflection.ts';
import type { Rooms } from '../domain/rooms.ts';
import type { Theme, ThemeBook } from '../domain/theme.ts';

/** Something as it was loaded, with what a store needs to write it again safely. */
export interface Loaded<T> {
  readonly value: T;
  readonly version: number;
  /** Opaque to use cases. */
  readonly carried: unknown;
}

/** Who did it, when, and the time now: of what attendees do, `at` is the day alone. */
export interface Doing {
  readonly actor: Actor;
  readonly at: Date;
  readonly now: Date;
}

export type Saved = { readonly kind: 'saved' } | { readonly kind: 'changed-meanwhile' };

/** An event with its rooms. */
export interface Ground {
  readonly event: KeptEvent;
  readonly rooms: Loaded<Rooms>;
}

export interface Events {
  ground(eventId: EventId): Promise<Ground | undefined>;
  /** Older than what is there, it changes nothing. */
  keep(event: KeptEvent, version: number): Promise<void>;
  saveRooms(loaded: Loaded<Rooms>, rooms: Rooms, opened: boolean, doing: Doing): Promise<Saved>;
  noteExport(eventId: EventId, rows: number, doing: Doing): Promise<void>;
}

export interface Reflections {
  find(eventId: EventId, id: ReflectionId): Promise<Loaded<Reflection> | undefined>;
  /** In the order of `ids`; those that do not exist are left out. */
  findMany(eventId: EventId, ids: readonly ReflectionId[]): Promise<readonly Loaded<Reflection>[]>;
  ofRoom(eventId: EventId, roomId: RoomId): Promise<readonly Reflection[]>;
  rows(eventId: EventId): Promise<readonly ReflectionRow[]>;
  all(eventId: EventId): Promise<readonly Reflection[]>;
  /** The first with an id stays; the same again changes nothing. */
  add(reflection: Reflection, doing: Doing): Promise<'added' | 'there-already'>;
  save(loaded: Loaded<Reflection>, reflection: Reflection, announcements: readonly Announcement[], doing: Doing): Promise<Saved>;
}

export type ThemeWrite =
  | {
      readonly kind: 'write';
      readonly loaded: Loaded<Theme> | undefined;
      readonly theme: Theme;
      readonly spread: { readonly rooms: number; readonly of: number };
    }
  | { readonly kind: 'remove'; readonly loaded: Loaded<Theme>; readonly mergedInto: ThemeId | undefined };

export interface Shelf {
  readonly book: ThemeBook;
  readonly loaded: ReadonlyMap<ThemeId, Loaded<Theme>>;
}

export interface Themes {
  of(eventId: EventId): Promise<Shelf>;
  /** All of them, or none. */
  save(writes: readonly ThemeWrite[], doing: Doing): Promise<Saved>;
}

/** All that is kept of an event at one moment, with the versions of it. */
export interface Everything {
  readonly rooms: Rooms;
  readonly book: ThemeBook;
  readonly reflections: readonly Reflection[];
  /** One a thing, in no order: `<id>:<version>`. */
  readonly versions: readonly string[];
}

export interface Snapshots {
  of(eventId: EventId): Promise<Everything>;
}

export interface Ids {
  theme(): ThemeId;
  /** Makes the hidden id of a form. */
  attempt(): string;
  /**
   * The id of a contribution. It follows from the sending and the content, so that the same sending twice is one contribution; without
   * the secret and the sending nobody can tell ids of one sending from others.
   */
  reflection(of: {
    readonly eventId: EventId;
    readonly roomId: RoomId | undefined;
    readonly attempt: string | undefined;
    readonly content: string;
  }): Promise<ReflectionId>;
}

/** What a link leads to. */
export type LinkTarget =
  | { readonly purpose: 'room'; readonly eventId: EventId; readonly roomId: RoomId; readonly version: number }
  | { readonly purpose: 'notes'; readonly eventId: EventId; readonly roomId: RoomId; readonly version: number }
  | { readonly purpose: 'event'; readonly eventId: EventId; readonly version: number }
  | { readonly purpose: 'own'; readonly eventId: EventId; readonly reflectionId: ReflectionId; readonly version: number };

export interface Links {
  /** A path of this site. */
  mint(target: LinkTarget): Promise<`/${string}`>;
  read<P extends LinkTarget['purpose']>(
    purposes: readonly P[],
    token: string,
  ): Promise<Extract<LinkTarget, { readonly purpose: P }> | undefined>;
}

export interface PublicPorts {
  readonly events: Events;
  readonly reflections: Reflections;
  readonly ids: Ids;
  readonly links: Links;
}

export interface OrganisePorts extends PublicPorts {
  readonly themes: Themes;
}
