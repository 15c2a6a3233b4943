import type { Event, Joining } from './event.ts';
import type { OfferStanding } from './offers.ts';
import type { Registration, Status } from './registration.ts';

/** What somebody sees of their own place. */
export interface MyPlace {
  readonly registration: Registration;
  readonly event: Event;
  readonly status: Status;
  /** Among those who wait: 1 is next. */
  readonly position: number | undefined;
  /** For the confirmed, near the time. */
  readonly joining: Joining | undefined;
  /** Of a place that is or was held for them. */
  readonly offer?: OfferStanding | undefined;
}
