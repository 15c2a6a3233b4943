import { type AroundKind, type Timing, usualTimings } from './around.ts';
import type { EditableLetter, LetterText } from './letter-texts.ts';

/** What organisers chose for the letters around one event, where it differs from what is usual. */
export interface LetterPlan {
  readonly eventId: string;
  readonly timings: Readonly<Partial<Record<AroundKind, Timing>>>;
  readonly texts: Readonly<Partial<Record<EditableLetter, LetterText>>>;
}

export function emptyPlan(eventId: string): LetterPlan {
  return { eventId, timings: {}, texts: {} };
}

export function timingIn(plan: LetterPlan | undefined, kind: AroundKind): Timing {
  return plan?.timings[kind] ?? usualTimings[kind];
}

export type PlanCommand =
  | { readonly kind: 'set-timing'; readonly letter: AroundKind; readonly timing: Timing }
  | { readonly kind: 'set-text'; readonly letter: EditableLetter; readonly text: LetterText }
  | { readonly kind: 'standard-text'; readonly letter: EditableLetter };

/** Undefined where nothing changes: the same choice twice is one. */
export function decidePlan(plan: LetterPlan, command: PlanCommand): LetterPlan | undefined {
  switch (command.kind) {
    case 'set-timing': {
      const { on, amount, unit } = timingIn(plan, command.letter);
      const { timing } = command;
      if (on === timing.on && amount === timing.amount && unit === timing.unit) return undefined;
      return { ...plan, timings: { ...plan.timings, [command.letter]: timing } };
    }
    case 'set-text': {
      const before = plan.texts[command.letter];
      if (before?.subject === command.text.subject && before.body === command.text.body) return undefined;
      return { ...plan, texts: { ...plan.texts, [command.letter]: command.text } };
    }
    case 'standard-text': {
      if (!plan.texts[command.letter]) return undefined;
      const { [command.letter]: _, ...texts } = plan.texts;
      return { ...plan, texts };
    }
  }
}
