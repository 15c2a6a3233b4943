import { type Registration, type RegistrationState, type StepKind, stepActors } from './registration.ts';

/** So many are kept at most, the latest: a line in which somebody loses place after place has told enough by then. */
const mostSteps = 40;

/** The registration as it is to be stored, with what happens to it now. Whoever never waited has no steps, and their item stays as small as it is. */
export function withSteps(
  before: Registration | undefined,
  next: Registration,
  { now, actor }: { readonly now: Date; readonly actor: { readonly kind: string } },
): Registration {
  const kind = stepBetween(before?.state, next.state);
  if (!kind) return next;
  const by = stepActors.find((each) => each === actor.kind) ?? 'system';
  return { ...next, steps: [...(next.steps ?? []), { at: now.toISOString(), kind, by }].slice(-mostSteps) };
}

function stepBetween(before: RegistrationState | undefined, next: RegistrationState): StepKind | undefined {
  switch (next.kind) {
    case 'waitlisted':
      return before?.kind === 'waitlisted' ? undefined : 'waiting';
    case 'offered':
      return before?.kind === 'offered' ? undefined : 'offered';
    case 'confirmed':
      if (before?.kind === 'offered') return 'took';
      return before?.kind === 'waitlisted' ? 'given' : undefined;
    case 'cancelled':
      return next.by === 'declined' || next.by === 'lapsed' ? next.by : undefined;
    case 'pending':
      return undefined;
  }
}
