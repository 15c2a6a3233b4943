import type { Details } from '../domain/registration.ts';
import { type ChangeOutcome, changeRegistration } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';

/** An attendee corrects what we hold of them. Nobody else needs to know, so nothing is announced. */
export function changeDetails(
  registrationId: string,
  details: Details,
  now: Date,
  ports: RegistrationPorts,
): Promise<ChangeOutcome<'cancelled'>> {
  return changeRegistration(
    registrationId,
    (registration) =>
      registration.state.kind === 'cancelled'
        ? { kind: 'leave', as: 'cancelled' }
        : { kind: 'change', change: { next: { ...registration, details }, places: { kind: 'none' }, announces: undefined } },
    { now, actor: { kind: 'attendee' } },
    ports,
  );
}
