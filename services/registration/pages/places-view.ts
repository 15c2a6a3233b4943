import type { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import type { Event } from '../domain/event.ts';
import type { PoolCount } from '../domain/places-by-pool.ts';
import type { placesWords as words } from '../words.places.en.ts';

type FormState = NonNullable<Parameters<typeof viewForm>[1]>;
export type PlacesDone = keyof typeof words.done;

export interface InLine {
  readonly position: number;
  readonly registrationId: string;
  readonly name: string;
  readonly group: string | undefined;
  readonly since: string;
}

export interface PlacesView extends PageSetting {
  readonly event: Event;
  readonly pools: readonly PoolCount[];
  readonly line: readonly InLine[];
  /** How many wait, those that are not shown too. */
  readonly waiting: number;
  readonly mayChange: boolean;
  /** Of the group that is being changed; a new one has no id. */
  readonly editing: string | undefined;
  readonly groupState: FormState;
  readonly offersState: FormState;
  readonly done: PlacesDone | undefined;
}

export interface PlacesPart extends PlacesView {
  readonly base: string;
}
