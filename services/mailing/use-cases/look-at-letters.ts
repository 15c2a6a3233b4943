import { type MomentStanding, standingOf, type Timing } from '../domain/around.ts';
import { type LetterPlan, timingIn } from '../domain/letter-plan.ts';
import { type EditableLetter, editableLetters, isAroundKind, type LetterText, templateOf } from '../domain/letter-texts.ts';
import { type Mailing, mailingKinds } from '../domain/mailing.ts';
import type { EventLook, OrganisePorts } from './ports.ts';

/** How one letter around an event stands. */
export interface LetterState {
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

export interface LettersLook {
  readonly event: EventLook;
  readonly letters: readonly LetterState[];
}

/** Every letter around an event as it stands now; undefined while the event's facts have not come. */
export async function lookAtLetters(
  eventId: string,
  now: Date,
  { facts, plans, mailings }: Pick<OrganisePorts, 'facts' | 'plans' | 'mailings'>,
): Promise<LettersLook | undefined> {
  const [event, loaded, made] = await Promise.all([facts.event(eventId), plans.find(eventId), mailings.ofEvent(eventId)]);
  return event && { event, letters: editableLetters.map((letter) => stateOf(letter, event, loaded?.plan, made, now)) };
}

function stateOf(letter: EditableLetter, event: EventLook, plan: LetterPlan | undefined, made: readonly Mailing[], now: Date): LetterState {
  const mailings = made.filter(({ kind }) => mailingKinds[kind].template === templateOf[letter]);
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
