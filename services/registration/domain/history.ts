import type { Step } from './registration.ts';
import { type Registration, type RegistrationState, sinceWhen } from './registration.ts';

/** One thing that happened to a registration, as far as what is stored still tells it. */
export type Happened =
  | {
      readonly kind: 'registered' | 'confirmed' | 'waiting' | 'offered' | 'corrected' | 'attended' | 'let-in' | 'shown-to-others';
      readonly at: string;
    }
  | { readonly kind: 'step'; readonly at: string; readonly step: Step }
  | { readonly kind: 'told'; readonly at: string; readonly told: 'phone' | 'post' | 'in-person' | 'email' }
  | { readonly kind: 'moved'; readonly at: string; readonly from: number; readonly to: number; readonly reason: string }
  | { readonly kind: 'letters'; readonly at: string; readonly count: number }
  | { readonly kind: 'cancelled'; readonly at: string; readonly by: Extract<RegistrationState, { kind: 'cancelled' }>['by'] };

/** The oldest first. */
export function historyOf(registration: Registration): readonly Happened[] {
  const { registeredAt, told = 'form', letters, correctedAt, attended, shownToOthers, moves = [], steps = [] } = registration;
  const happened: Happened[] = [
    told === 'form' ? { kind: 'registered', at: registeredAt } : { kind: 'told', at: registeredAt, told },
    ...steps.map((step) => ({ kind: 'step' as const, at: step.at, step })),
    ...standing(registration).filter((each) => !isTold(each, steps)),
    ...(letters.since > registeredAt ? [{ kind: 'letters' as const, at: letters.since, count: letters.count }] : []),
    ...moves.map(({ at, from, to, reason }) => ({ kind: 'moved' as const, at, from, to, reason })),
    ...(correctedAt ? [{ kind: 'corrected' as const, at: correctedAt }] : []),
    ...(shownToOthers ? [{ kind: 'shown-to-others' as const, at: shownToOthers.at }] : []),
    ...(attended
      ? [{ kind: registration.state.kind === 'waitlisted' ? ('let-in' as const) : ('attended' as const), at: attended.at }]
      : []),
  ];
  return happened.sort((a, b) => a.at.localeCompare(b.at));
}

const toldBy: Readonly<Record<string, readonly Step['kind'][]>> = {
  waiting: ['waiting'],
  offered: ['offered'],
  confirmed: ['took', 'given'],
  cancelled: ['declined', 'lapsed'],
};

/** A step tells the same, and by whom. */
function isTold({ kind, at }: Happened, steps: readonly Step[]): boolean {
  return steps.some((step) => toldBy[kind]?.includes(step.kind) && (step.at === at || kind === 'waiting'));
}

function standing(registration: Registration): readonly Happened[] {
  const { state } = registration;
  const at = sinceWhen(registration);
  switch (state.kind) {
    case 'pending':
      return [];
    case 'confirmed':
      return [{ kind: 'confirmed', at }];
    case 'waitlisted':
      return [{ kind: 'waiting', at }];
    case 'offered':
      return [
        { kind: 'waiting', at: state.waitingKey.split('#')[0] ?? at },
        { kind: 'offered', at },
      ];
    case 'cancelled':
      return [{ kind: 'cancelled', at, by: state.by }];
  }
}

/** What an organiser has to tell somebody whom no letter reaches. */
export type Task = { readonly kind: 'place' | 'waiting' | 'cancelled' | 'changes' } | { readonly kind: 'joining'; readonly from: string };

/** Empty for everybody who has an address. `joiningFrom` is undefined where there is nothing to join. */
export function tasksOf({ email, state }: Pick<Registration, 'email' | 'state'>, joiningFrom: string | undefined): readonly Task[] {
  if (email !== '') return [];
  switch (state.kind) {
    case 'confirmed':
      return [{ kind: 'place' }, ...(joiningFrom ? [{ kind: 'joining', from: joiningFrom } as const] : []), { kind: 'changes' }];
    case 'waitlisted':
      return [{ kind: 'waiting' }, { kind: 'changes' }];
    case 'cancelled':
      return [{ kind: 'cancelled' }];
    // Nobody without an address is asked to confirm, or offered a place: it is theirs at once.
    case 'offered':
    case 'pending':
      return [];
  }
}
