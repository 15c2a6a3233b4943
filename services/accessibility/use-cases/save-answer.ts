import { decideSave, type SaveCommand } from '../domain/decide-save.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Need } from '../domain/need.ts';
import type { Place } from '../domain/place.ts';
import type { AccessPorts } from './ports.ts';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly need: Need }
  | { readonly kind: 'meanwhile'; readonly need: Need | undefined; readonly event: EventOutline }
  | { readonly kind: 'closed'; readonly because: 'over' | 'called-off' | 'gone'; readonly event: EventOutline }
  | { readonly kind: 'not-yet' };

/** Facts and standing may move while somebody saves; after so many turns something is wrong. */
const mostTries = 5;

/** Keeps what somebody said, under the facts that stand: once the event is over or the place is given up, nothing is written. */
export async function saveAnswer(
  { registrationId, eventId }: Place,
  command: Omit<SaveCommand, 'registrationId'>,
  now: Date,
  ports: AccessPorts,
): Promise<SaveOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const event = await ports.events.byId(eventId);
    if (!event) return { kind: 'not-yet' };
    const standing = await ports.standings.of(registrationId);
    const need = await ports.needs.load(eventId, registrationId);
    const decision = decideSave({ event, standing, need }, { ...command, registrationId }, now);
    switch (decision.kind) {
      case 'same':
        return { kind: 'saved', need: decision.need };
      case 'meanwhile':
      case 'closed':
        return { ...decision, event };
      case 'save':
        if ((await ports.needs.save(decision.need, { event, goneBy: decision.goneBy })) === 'saved') {
          return { kind: 'saved', need: decision.need };
        }
    }
  }
  throw new StillMovingError();
}

/** Nothing was written. */
export class StillMovingError extends Error {
  override name = 'StillMovingError';
  constructor() {
    super('The event or the answer kept changing while it was saved.');
  }
}
