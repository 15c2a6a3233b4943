import type { EventOutline } from './event.ts';
import type { Need } from './need.ts';

/** Somebody whose words a coordinator may write down. */
export interface Teller {
  readonly registrationId: string;
  /** Undefined while registration cannot be asked. */
  readonly name: string | undefined;
}

/** What there is to choose from, and whom it is about once that is known. */
export interface Spoken {
  readonly event: EventOutline;
  readonly people: readonly Teller[];
  readonly chosen: (Teller & { readonly need: Need | undefined }) | undefined;
}
