import type { Registration, RegistrationState } from './registration.ts';

/** What can happen to somebody around the line. */
export const stepKinds = ['waiting', 'offered', 'took', 'given', 'declined', 'lapsed'] as const;
export type StepKind = (typeof stepKinds)[number];
export const stepActors = ['attendee', 'organiser', 'system'] as const;
export type StepActor = (typeof stepActors)[number];

/** One thing that happened around the line, kept since the next one writes over the standing that told it. */
export interface Step {
  readonly at: string;
  readonly kind: StepKind;
  readonly by: StepActor;
}

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
