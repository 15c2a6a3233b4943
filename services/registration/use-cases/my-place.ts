import { type Event, joiningNow } from '../domain/event.ts';
import type { MyPlace } from '../domain/my-place.ts';
import { type OfferStanding, offerStanding } from '../domain/offers.ts';
import type { Registration } from '../domain/registration.ts';
import type { RegistrationPorts, Settings } from './ports.ts';

/** Everything that somebody sees of their own place; undefined where it is gone. */
export async function myPlace(
  registrationId: string,
  now: Date,
  ports: RegistrationPorts & { readonly settings: Settings },
): Promise<MyPlace | undefined> {
  const { stored } = await ports.registrations.load(registrationId);
  if (stored.kind !== 'held') return undefined;
  const { registration } = stored;
  const event = await ports.events.byId(registration.eventId);
  if (!event) return undefined;
  const { state } = registration;
  const offer = offerOf(registration, event, now);
  const status = event.places.calledOffAt || offer?.kind === 'lapsed' ? 'cancelled' : state.kind;
  return {
    registration,
    event,
    status,
    position: state.kind === 'waitlisted' ? (await ports.line.before(registration.eventId, state.waitingKey)) + 1 : undefined,
    offer,
    joining: status === 'confirmed' ? joiningNow(event, now, ports.settings.joiningHours) : undefined,
  };
}

/** An offer that stands, or one that has lapsed while the line still moves: the two that somebody can do something about. */
function offerOf(registration: Registration, { places, outline }: Event, now: Date): OfferStanding | undefined {
  const standing = offerStanding(registration, places.calledOffAt !== undefined, now);
  if (standing.kind === 'lapsed') return now.toISOString() < outline.startsAt ? standing : undefined;
  return standing.kind === 'open' ? standing : undefined;
}
