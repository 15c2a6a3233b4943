import { joiningNow, type Phase, phaseOf } from '../domain/event.ts';
import type { MyPlace } from '../domain/my-place.ts';
import { type OfferStanding, offerStanding } from '../domain/offers.ts';
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
  const standing = offerStanding(registration, event.places.calledOffAt !== undefined, now);
  const phase = phaseOf(event.outline, now);
  const status = event.places.calledOffAt || standing.kind === 'lapsed' ? 'cancelled' : state.kind;
  return {
    registration,
    event,
    status,
    phase,
    position: state.kind === 'waitlisted' ? (await ports.line.before(registration.eventId, state.waitingKey)) + 1 : undefined,
    offer: answerable(standing, phase),
    joining: status === 'confirmed' ? joiningNow(event, now, ports.settings.joiningHours) : undefined,
  };
}

/** An offer that stands, or one that has lapsed while the line still moves: the two that somebody can do something about. */
function answerable(standing: OfferStanding, phase: Phase): OfferStanding | undefined {
  return phase === 'ahead' && (standing.kind === 'open' || standing.kind === 'lapsed') ? standing : undefined;
}
