import { takeOrWait as takeOrWaitOf } from '../domain/decide-confirm.ts';
import { decideClaim, decideOfferEnd, type OfferStanding, offerStanding, rejoining } from '../domain/offers.ts';
import type { Registration } from '../domain/registration.ts';
import { type ChangeOutcome, ContendedError, changeRegistration, mostTries } from './change-registration.ts';
import { takeOrWait } from './confirm.ts';
import type { RegistrationPorts } from './ports.ts';

/** How an offer stands once somebody has answered it; pressing again finds the same. */
export type OfferAnswered =
  | { readonly kind: 'answered'; readonly standing: OfferStanding; readonly registration: Registration }
  | { readonly kind: 'gone' };

const batch = 200;

/** They take the place that is held for them. Too late, and it goes to the next, as it would in the sweep. */
export async function claimOffer(registrationId: string, now: Date, ports: RegistrationPorts): Promise<OfferAnswered> {
  const outcome = await changeRegistration<'not-theirs'>(
    registrationId,
    (registration) => {
      const change = decideClaim(registration, now) ?? decideOfferEnd(registration, 'lapsed', now);
      return change ? { kind: 'change', change } : { kind: 'leave', as: 'not-theirs' };
    },
    { now, actor: { kind: 'attendee' } },
    ports,
  );
  return answered(outcome, now);
}

/** They say no, and the next in the line is asked at once. */
export async function declineOffer(registrationId: string, now: Date, ports: RegistrationPorts): Promise<OfferAnswered> {
  return answered(await endOffer(registrationId, 'declined', now, ports), now);
}

/** The sweep of offers whose time is over; each goes to the next at once. */
export async function lapseOffers(now: Date, ports: RegistrationPorts): Promise<number> {
  let lapsed = 0;
  for (const registrationId of await ports.registrations.offersOver(now, batch)) {
    const outcome = await endOffer(registrationId, 'lapsed', now, ports);
    if (outcome.kind === 'changed') lapsed += 1;
  }
  return lapsed;
}

function endOffer(registrationId: string, how: 'declined' | 'lapsed', now: Date, ports: RegistrationPorts) {
  return changeRegistration<'not-theirs'>(
    registrationId,
    (registration) => {
      const change = decideOfferEnd(registration, how, now);
      return change ? { kind: 'change', change } : { kind: 'leave', as: 'not-theirs' };
    },
    { now, actor: { kind: how === 'lapsed' ? 'system' : 'attendee' } },
    ports,
  );
}

function answered(outcome: ChangeOutcome<'not-theirs'>, now: Date): OfferAnswered {
  const registration = outcome.kind === 'changed' ? outcome.after : outcome.kind === 'left' ? outcome.registration : undefined;
  return registration ? { kind: 'answered', standing: offerStanding(registration, false, now), registration } : { kind: 'gone' };
}

export type RejoinOutcome =
  | { readonly kind: 'confirmed' | 'waitlisted'; readonly registration: Registration }
  /** They never lost an offer, or have joined again already: nothing to do. */
  | { readonly kind: 'not-lapsed' }
  | { readonly kind: 'too-late' };

/** Whose offer lapsed joins the end of the line by one press, or takes a place if there is one that nobody waits for. */
export async function rejoinLine(registrationId: string, now: Date, ports: RegistrationPorts): Promise<RejoinOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.registrations.load(registrationId);
    const registration = loaded.stored.kind === 'held' ? rejoining(loaded.stored.registration) : undefined;
    if (!registration) return { kind: 'not-lapsed' };
    const event = await ports.events.byId(registration.eventId);
    if (!event || event.places.calledOffAt || now.toISOString() >= event.outline.startsAt) return { kind: 'too-late' };
    const outcome = await takeOrWait(loaded, takeOrWaitOf(registration, now), { now, actor: { kind: 'attendee' } }, ports);
    switch (outcome.kind) {
      case 'confirmed':
      case 'waitlisted':
        return { kind: outcome.kind, registration: outcome.registration };
      case 'cancelled':
        return { kind: 'too-late' };
      case 'already':
      case 'old-link':
      case 'again':
        continue;
    }
  }
  throw new ContendedError();
}
