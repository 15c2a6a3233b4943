import { type EventTimes, type MomentStanding, standingOf, type Timing } from './around.ts';
import type { JoiningNews } from './event-change.ts';
import { goesWithJoining } from './last-reminder.ts';
import { type LetterPlan, timingIn } from './letter-plan.ts';
import type { LetterTemplate } from './letter-templates.ts';
import { type EditableLetter, isAroundKind, type LetterText, templateOf } from './letter-texts.ts';
import { type Mailing, mailingKinds } from './mailing.ts';

/** How one letter around an event stands. */
export interface LetterAround {
  readonly letter: EditableLetter;
  /** In an organiser's words. */
  readonly own: LetterText | undefined;
  /** For those that go at a time of their own. */
  readonly timing: Timing | undefined;
  readonly standing: MomentStanding | { readonly kind: 'gone' } | { readonly kind: 'with-joining' } | undefined;
  /** To how many it went, in mailings or one by one, and the newest mailing. */
  readonly sent: number;
  readonly mailingId: string | undefined;
}

/** What is known of an event when its letters are looked at. */
export interface KnownAround {
  readonly event: EventTimes;
  readonly plan: LetterPlan | undefined;
  readonly mailings: readonly Mailing[];
  readonly joining: JoiningNews;
  /** Letters that left one by one, by template. */
  readonly oneByOne: Readonly<Partial<Record<LetterTemplate, number>>>;
}

/** Put together from what organisers chose, the event as it is, and the mailings that were made about it, newest first. */
export function letterAround(letter: EditableLetter, known: KnownAround, now: Date): LetterAround {
  const { event, plan, joining, oneByOne } = known;
  const sentAs = (template: LetterTemplate) => known.mailings.filter(({ kind }) => mailingKinds[kind].template === template);
  const timing = isAroundKind(letter) ? timingIn(plan, letter) : undefined;
  const own = sentAs(templateOf[letter]);
  const inside = letter === 'last-reminder' && timing && own.length === 0 && goesWithJoining(timing, event, joining);
  const mailings = inside ? sentAs(templateOf.joining) : own;
  const gone = own.length > 0 ? ({ kind: 'gone' } as const) : inside ? ({ kind: 'with-joining' } as const) : undefined;
  return {
    letter,
    own: plan?.texts[letter],
    timing,
    standing: timing && isAroundKind(letter) ? (gone ?? standingOf(letter, timing, event, now)) : undefined,
    sent: mailings.reduce((sum, { letters }) => sum + letters, 0) + (oneByOne[templateOf[letter]] ?? 0),
    mailingId: mailings[0]?.id,
  };
}
