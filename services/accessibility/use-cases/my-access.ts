import type { Arrangement } from '../domain/arrangement.ts';
import { type Asking, usualAsking } from '../domain/asking.ts';
import { type EventOutline, type Phase, phaseOf, whyGone } from '../domain/event.ts';
import { type Holding, holdingOf } from '../domain/holding.ts';
import { goneBy } from '../domain/keeping.ts';
import type { Need } from '../domain/need.ts';
import type { Place } from '../domain/place.ts';
import type { Remembered } from '../domain/remembered.ts';
import type { Adjustments, Arrangements } from './arranging-ports.ts';
import type { AskingSettings, Memories } from './asking-ports.ts';
import type { AccessPorts } from './ports.ts';
import { rememberedOf } from './remember.ts';

export type MyAccess =
  /** The event's facts have not come yet. */
  | { readonly kind: 'not-yet' }
  /** There is no place any more: it was given up, or the event was called off. */
  | { readonly kind: 'gone'; readonly because: 'gone' | 'called-off'; readonly event: EventOutline }
  | {
      readonly kind: 'here';
      readonly event: EventOutline;
      readonly phase: Phase;
      readonly need: Need | undefined;
      /** What they were told; there is none without an answer. */
      readonly arrangement: Arrangement | undefined;
      /** Whether that is still so. */
      readonly holding: Holding;
      readonly asking: Asking;
      /** What they asked to have ready; what is over is not there. */
      readonly remembered: Remembered | undefined;
      /** Whether they could be known again at another event. */
      readonly canRemember: boolean;
    };

export interface MyAccessPorts extends AccessPorts {
  readonly asking: AskingSettings;
  readonly memories: Memories;
  readonly arrangements: Arrangements;
  readonly adjustments: Pick<Adjustments, 'load'>;
}

/** What somebody sees of what they said; what has expired is not there, deleted or not. */
export async function myAccess(place: Place, now: Date, ports: MyAccessPorts): Promise<MyAccess> {
  const { registrationId, eventId, person } = place;
  const [event, standing] = await Promise.all([ports.events.byId(eventId), ports.standings.of(registrationId)]);
  if (!event) return { kind: 'not-yet' };
  if (standing === 'gone') return { kind: 'gone', because: whyGone(event), event };
  const kept = now < goneBy(event);
  const [need, arrangement, set, remembered] = await Promise.all([
    kept ? ports.needs.load(eventId, registrationId) : undefined,
    kept ? ports.arrangements.load(eventId, registrationId) : undefined,
    ports.asking.load(eventId),
    rememberedOf(place, now, ports),
  ]);
  const holding = await holdingFor(arrangement, event, ports);
  const asking = set ?? usualAsking(event.mode);
  return {
    kind: 'here',
    event,
    phase: phaseOf(event, now),
    need,
    arrangement,
    holding,
    asking,
    remembered,
    canRemember: person !== undefined,
  };
}

/** Only what stood behind their own answer is read. */
export async function holdingFor(
  arrangement: Arrangement | undefined,
  event: EventOutline,
  { adjustments }: Pick<MyAccessPorts, 'adjustments'>,
): Promise<Holding> {
  if (!arrangement?.telling) return 'holds';
  const { telling, adjustmentIds } = arrangement;
  const found = await Promise.all(telling.relied.map(({ adjustmentId }) => adjustments.load(event.eventId, adjustmentId)));
  return holdingOf(
    { telling, adjustmentIds },
    event,
    found.flatMap((each) => each ?? []),
  );
}
