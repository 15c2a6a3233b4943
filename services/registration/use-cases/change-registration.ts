import type { Actor } from '@convener/contracts';
import type { Change } from '../domain/change.ts';
import type { Registration } from '../domain/registration.ts';
import { moveLineUp } from './move-line-up.ts';
import type { RegistrationPorts } from './ports.ts';

/** Too many changed the same registration, or the same places, again and again while we tried. Nothing was stored. */
export class ContendedError extends Error {
  override name = 'ContendedError';
  constructor() {
    super('Too many people are doing this at once.');
  }
}

/** One network has set off as many letters as it may for now. Nothing was stored; to wait is all that helps. */
export class TooManyLettersError extends ContendedError {
  override name = 'TooManyLettersError';
}

export const mostTries = 8;

export type Decided<Refusal> = { readonly kind: 'change'; readonly change: Change } | { readonly kind: 'leave'; readonly as: Refusal };

export type ChangeOutcome<Refusal> =
  | { readonly kind: 'changed'; readonly before: Registration; readonly after: Registration | undefined }
  | { readonly kind: 'left'; readonly as: Refusal; readonly registration: Registration }
  | { readonly kind: 'gone' };

/** Loads, decides, stores, and starts over where somebody else was quicker. A place that becomes free goes to the first in the line. */
export async function changeRegistration<Refusal>(
  registrationId: string,
  decide: (registration: Registration) => Decided<Refusal> | Promise<Decided<Refusal>>,
  context: { readonly now: Date; readonly actor: Actor },
  ports: RegistrationPorts,
): Promise<ChangeOutcome<Refusal>> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.registrations.load(registrationId);
    if (loaded.stored.kind !== 'held') return { kind: 'gone' };
    const before = loaded.stored.registration;
    const decided = await decide(before);
    if (decided.kind === 'leave') return { kind: 'left', as: decided.as, registration: before };
    const outcome = await ports.registrations.save(loaded, decided.change, context);
    if (outcome.kind !== 'saved') continue;
    if (decided.change.places.kind === 'release') await lineMovesLater(before.eventId, context.now, ports);
    return { kind: 'changed', before, after: decided.change.next };
  }
  throw new ContendedError();
}

/** What was asked for is stored already; should moving the line fail now, the next sweep moves it. */
async function lineMovesLater(eventId: string, now: Date, ports: RegistrationPorts): Promise<void> {
  await moveLineUp(eventId, now, ports).catch(() => 0);
}
