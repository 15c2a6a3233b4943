import { decideClaim, decideOfferEnd } from '../domain/offers.ts';
import type { Registration } from '../domain/registration.ts';
import { changeRegistration } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';

export type AnsweredFor =
  | { readonly kind: 'taken' | 'declined'; readonly registration: Registration }
  /** Nothing is offered any more: it ran out, or they have answered themselves. */
  | { readonly kind: 'late'; readonly registration: Registration }
  | { readonly kind: 'gone' };

/** Somebody told an organiser what to do with the place that they are offered, since they have no link, or cannot open it. */
export async function answerFor(
  registrationId: string,
  answer: 'take' | 'decline',
  by: { readonly id: string },
  now: Date,
  ports: RegistrationPorts,
): Promise<AnsweredFor> {
  const outcome = await changeRegistration<'late'>(
    registrationId,
    (registration) => {
      const change = answer === 'take' ? decideClaim(registration, now) : decideOfferEnd(registration, 'declined', now);
      return change ? { kind: 'change', change } : { kind: 'leave', as: 'late' };
    },
    { now, actor: { kind: 'organiser', id: by.id } },
    ports,
  );
  switch (outcome.kind) {
    case 'changed':
      return { kind: answer === 'take' ? 'taken' : 'declined', registration: outcome.after ?? outcome.before };
    case 'left':
      return { kind: 'late', registration: outcome.registration };
    case 'gone':
      return { kind: 'gone' };
  }
}
