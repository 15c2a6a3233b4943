import type { Actor } from '@convener/contracts';
import { decideCallOff, decideCancel, decideErase, decideExpire } from '../domain/decide-leave.ts';
import { type ChangeOutcome, changeRegistration } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';

/** Gives the place back, by the attendee's own link or by an organiser. A second time changes nothing. */
export function cancel(
  registrationId: string,
  by: { readonly kind: 'attendee' } | { readonly kind: 'organiser'; readonly id: string },
  now: Date,
  ports: RegistrationPorts,
): Promise<ChangeOutcome<'already'>> {
  return changeRegistration(
    registrationId,
    (registration) => {
      const decision = decideCancel(registration, by.kind, now);
      return decision.kind === 'cancel' ? { kind: 'change', change: decision.change } : { kind: 'leave', as: 'already' };
    },
    { now, actor: by },
    ports,
  );
}

/** Deletes all that is held of one registration. */
export function erase(registrationId: string, actor: Actor, now: Date, ports: RegistrationPorts): Promise<ChangeOutcome<never>> {
  return changeRegistration(
    registrationId,
    (registration) => ({ kind: 'change', change: decideErase(registration) }),
    { now, actor },
    ports,
  );
}

const batch = 200;

/** The sweep of registrations that nobody confirmed in time. */
export async function expireUnconfirmed(now: Date, ports: RegistrationPorts): Promise<number> {
  let expired = 0;
  for (const registrationId of await ports.registrations.dueToExpire(now, batch)) {
    const outcome = await changeRegistration<'kept'>(
      registrationId,
      (registration) => {
        const change = decideExpire(registration, now);
        return change ? { kind: 'change', change } : { kind: 'leave', as: 'kept' };
      },
      { now, actor: { kind: 'system' } },
      ports,
    );
    if (outcome.kind === 'changed') expired += 1;
  }
  return expired;
}

/** Marks registrations of an event that was called off, some at a time; says how many. Their letters do not wait for this. */
export async function callOffRegistrations(eventId: string, now: Date, ports: RegistrationPorts): Promise<number> {
  const ids = await ports.registrations.notCancelled(eventId, batch);
  for (const registrationId of ids) {
    await changeRegistration<'already'>(
      registrationId,
      (registration) => {
        const decision = decideCallOff(registration, now);
        return decision.kind === 'cancel' ? { kind: 'change', change: decision.change } : { kind: 'leave', as: 'already' };
      },
      { now, actor: { kind: 'system' } },
      ports,
    );
  }
  return ids.length;
}
