import type { OfferSetting } from './offers.ts';

/** An event's places. `taken` counts those that somebody has, is offered, or has yet to confirm; `waiting` those in the line. */
export interface Places {
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  /** Reserved for groups and not taken yet. */
  readonly setAside: number;
  readonly groups: readonly ReservedGroup[];
  readonly offers: OfferSetting;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly calledOffAt: string | undefined;
  /** When every registration had been marked after the event was called off. */
  readonly settledAt: string | undefined;
}

/** Places that are kept for a group of people until a date. */
export interface ReservedGroup {
  readonly id: string;
  readonly name: string;
  readonly places: number;
  readonly taken: number;
  /** How many of the line belong to it. */
  readonly waiting: number;
  /** When what nobody took goes to everybody; undefined where it is kept until the end. */
  readonly releaseAt: string | undefined;
  /** When that was done. */
  readonly releasedAt: string | undefined;
}
