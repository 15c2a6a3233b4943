import { decideLetter } from '../domain/decide-letter.ts';
import { normalisedAddress } from '../domain/registration.ts';
import { letterLimit, viewerNetwork } from '../domain/viewer-network.ts';
import type { Tallies } from './attendance-ports.ts';
import { changeRegistration } from './change-registration.ts';
import type { Identities, RegistrationPorts } from './ports.ts';

/** Sends somebody their link again. Whether there was anybody to send it to is told to organisers only. */
export async function sendLinkAgain(
  registrationId: string,
  by: { readonly kind: 'attendee' } | { readonly kind: 'organiser'; readonly id: string },
  now: Date,
  ports: RegistrationPorts,
): Promise<{ readonly kind: 'sent' | 'unknown' }> {
  const outcome = await changeRegistration<never>(
    registrationId,
    (registration) => ({ kind: 'change', change: decideLetter(registration, by.kind, now) }),
    { now, actor: by },
    ports,
  );
  return { kind: outcome.kind === 'changed' ? 'sent' : 'unknown' };
}

/**
 * Somebody typed an address to have the links of its registrations sent again: for every event that is not over, and for `slug` even
 * then. Nothing comes back, so that nothing can be told; the caller answers everybody alike.
 */
export async function requestLinks(
  form: { readonly email: string; readonly slug: string | undefined; readonly viewerIp: string },
  now: Date,
  ports: RegistrationPorts & { readonly identities: Identities; readonly tallies: Tallies },
): Promise<'asked' | 'too-many'> {
  if ((await ports.tallies.add(`letters ${viewerNetwork(form.viewerIp)}`, 1, now)) > letterLimit) return 'too-many';
  const named = form.slug ? await ports.events.bySlug(form.slug) : undefined;
  const eventIds = new Set([...(await ports.events.notOver(now)), ...(named ? [named.outline.eventId] : [])]);
  const address = normalisedAddress(form.email);
  await Promise.all(
    [...eventIds].map(async (eventId) => {
      const registrationId = await ports.identities.registrationId(address, eventId);
      await sendLinkAgain(registrationId, { kind: 'attendee' }, now, ports);
    }),
  );
  return 'asked';
}
