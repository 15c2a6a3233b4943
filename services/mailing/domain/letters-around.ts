import { type EventTimes, type MomentStanding, standingOf, type Timing } from './around.ts';
import { type LetterPlan, timingIn } from './letter-plan.ts';
import { type EditableLetter, isAroundKind, type LetterText, templateOf } from './letter-texts.ts';
import { type Mailing, mailingKinds } from './mailing.ts';

/** How one letter around an event stands. */
export interface LetterAround {
  readonly letter: EditableLetter;
  /** In an organiser's words. */
  readonly own: LetterText | undefined;
  /** For those that go at a time of their own. */
  readonly timing: Timing | undefined;
  readonly standing: MomentStanding | { readonly kind: 'gone' } | undefined;
  /** To how many it went in mailings, and the newest of these. */
  readonly sent: number;
  readonly mailingId: string | undefined;
}

/** Put together from what organisers chose, the event as it is, and the mailings that were made about it, newest first. */
export function letterAround(
  letter: EditableLetter,
  known: { readonly event: EventTimes; readonly plan: LetterPlan | undefined; readonly mailings: readonly Mailing[] },
  now: Date,
): LetterAround {
  const { event, plan } = known;
  const mailings = known.mailings.filter(({ kind }) => mailingKinds[kind].template === templateOf[letter]);
  const timing = isAroundKind(letter) ? timingIn(plan, letter) : undefined;
  const gone = mailings.length > 0 ? ({ kind: 'gone' } as const) : undefined;
  return {
    letter,
    own: plan?.texts[letter],
    timing,
    standing: timing && isAroundKind(letter) ? (gone ?? standingOf(letter, timing, event, now)) : undefined,
    sent: mailings.reduce((sum, { letters }) => sum + letters, 0),
    mailingId: mailings[0]?.id,
  };
}
