import type { Actor } from '@convener/contracts';
import { decideLetter } from '../domain/decide-letter.ts';
import { normalisedAddress } from '../domain/registration.ts';
import { changeRegistration } from './change-registration.ts';
import type { Identities, RegistrationPorts } from './ports.ts';

/** Sends somebody their link again. Whether there was anybody to send it to is told to organisers only. */
export async function sendLinkAgain(
  registrationId: string,
  actor: Actor,
  now: Date,
  ports: RegistrationPorts,
): Promise<{ readonly kind: 'sent' | 'unknown' }> {
  const outcome = await changeRegistration<never>(
    registrationId,
    (registration) => ({ kind: 'change', change: decideLetter(registration, now) }),
    { now, actor },
    ports,
  );
  return { kind: outcome.kind === 'changed' ? 'sent' : 'unknown' };
}

/** The form on the page "check your email": an address and an event, the same answer for anybody. */
export async function requestLink(
  form: { readonly slug: string; readonly email: string },
  now: Date,
  ports: RegistrationPorts & { readonly identities: Identities },
): Promise<void> {
  const event = await ports.events.bySlug(form.slug);
  if (!event) return;
  const registrationId = await ports.identities.registrationId(normalisedAddress(form.email), event.outline.eventId);
  await sendLinkAgain(registrationId, { kind: 'attendee' }, now, ports);
}
