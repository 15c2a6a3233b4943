import { decideConfirm, type TakeOrWait } from '../domain/decide-confirm.ts';
import type { CancelledBy, Registration } from '../domain/registration.ts';
import { ContendedError, mostTries } from './change-registration.ts';
import { moveLineUp } from './move-line-up.ts';
import type { Loaded, RegistrationPorts, SaveContext } from './ports.ts';

export type ConfirmOutcome =
  | { readonly kind: 'confirmed' | 'waitlisted'; readonly registration: Registration }
  | { readonly kind: 'already'; readonly registration: Registration }
  | { readonly kind: 'cancelled'; readonly by: CancelledBy }
  /** Expired, erased, or a link that a newer one has replaced. */
  | { readonly kind: 'old-link' };

interface Claim {
  readonly registrationId: string;
  readonly linkVersion: number;
}

/** The registration that a link stands for, or undefined where the link is too old. */
export async function registrationOfLink(claim: Claim, ports: Pick<RegistrationPorts, 'registrations'>): Promise<Registration | undefined> {
  return heldFor(claim, await ports.registrations.load(claim.registrationId));
}

function heldFor(claim: Claim, loaded: Loaded): Registration | undefined {
  if (loaded.stored.kind !== 'held' || loaded.stored.registration.linkVersion !== claim.linkVersion) return undefined;
  return loaded.stored.registration;
}

/** The button behind the confirm link was pressed. */
export async function confirm(claim: Claim, now: Date, ports: RegistrationPorts): Promise<ConfirmOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.registrations.load(claim.registrationId);
    const registration = heldFor(claim, loaded);
    if (!registration) return { kind: 'old-link' };
    const outcome = await tryOnce(loaded, registration, now, ports);
    if (outcome.kind !== 'again') return outcome;
  }
  throw new ContendedError();
}

async function tryOnce(
  loaded: Loaded,
  registration: Registration,
  now: Date,
  ports: RegistrationPorts,
): Promise<ConfirmOutcome | { readonly kind: 'again' }> {
  const context: SaveContext = { now, actor: { kind: 'attendee' } };
  const decision = decideConfirm(registration, now);
  switch (decision.kind) {
    case 'already':
      return { kind: 'already', registration };
    case 'expired':
      return { kind: 'old-link' };
    case 'cancelled':
      return { kind: 'cancelled', by: decision.by };
    case 'confirm': {
      const saved = await ports.registrations.save(loaded, decision.change, context);
      if (saved.kind === 'refused') return { kind: 'cancelled', by: 'event' };
      return saved.kind === 'saved' ? { kind: 'confirmed', registration: decision.change.next ?? registration } : { kind: 'again' };
    }
    case 'take-or-wait':
      return takeOrWait(loaded, decision, context, ports);
  }
}

/** No place to be had sends it to the line; no line to join (a place became free in between) sends it round again. */
export async function takeOrWait(
  loaded: Loaded,
  decision: TakeOrWait,
  context: SaveContext,
  ports: RegistrationPorts,
): Promise<ConfirmOutcome | { readonly kind: 'again' }> {
  for (const taking of decision.taking) {
    const taken = await ports.registrations.save(loaded, taking, context);
    if (taken.kind === 'saved' && taking.next) return { kind: 'confirmed', registration: taking.next };
    if (taken.kind !== 'refused') return { kind: 'again' };
    if (!taken.places || taken.places.calledOffAt) return { kind: 'cancelled', by: 'event' };
  }
  const waited = await ports.registrations.save(loaded, decision.waiting, context);
  if (waited.kind !== 'saved' || !decision.waiting.next) return { kind: 'again' };
  const { eventId, registrationId } = decision.waiting.next;
  await moveLineUp(eventId, context.now, ports).catch(() => 0);
  const after = await ports.registrations.load(registrationId);
  const registration = after.stored.kind === 'held' ? after.stored.registration : decision.waiting.next;
  return { kind: registration.state.kind === 'confirmed' ? 'confirmed' : 'waitlisted', registration };
}
