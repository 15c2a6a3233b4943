import type { Event, Joining, Phase } from './event.ts';
import type { OfferStanding } from './offers.ts';
import type { Registration, Status } from './registration.ts';

/** What somebody sees of their own place. */
export interface MyPlace {
  readonly registration: Registration;
  readonly event: Event;
  readonly status: Status;
  /** Of the event, as they look. */
  readonly phase: Phase;
  /** Among those who wait: 1 is next. */
  readonly position: number | undefined;
  /** For the confirmed, near the time. */
  readonly joining: Joining | undefined;
  /** Of a place that is or was held for them. */
  readonly offer?: OfferStanding | undefined;
}

/** Somebody changes what they answered while their place stands and the event is not over. */
export function answersMayChange({ status, event }: Pick<MyPlace, 'status' | 'event'>, now: Date): boolean {
  return status !== 'cancelled' && now.toISOString() < event.outline.endsAt;
}
