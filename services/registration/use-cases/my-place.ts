import { joiningNow } from '../domain/event.ts';
import type { MyPlace } from '../domain/my-place.ts';
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
  const status = event.places.calledOffAt ? 'cancelled' : state.kind;
  return {
    registration,
    event,
    status,
    position: state.kind === 'waitlisted' ? (await ports.line.before(registration.eventId, state.waitingKey)) + 1 : undefined,
    joining: status === 'confirmed' ? joiningNow(event, now, ports.settings.joiningHours) : undefined,
  };
}
