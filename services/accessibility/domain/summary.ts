import { type Asking, kindsShown } from './asking.ts';
import type { EqualityAnswer, EqualityQuestion } from './equality.ts';
import { equalityQuestionNames, equalityQuestions } from './equality.ts';
import type { EventOutline } from './event.ts';
import { countedFrom, type FeedbackChoice, feedbackChoices } from './feedback.ts';
import type { Need, NeedKind } from './need.ts';
import { type Band, bandOf, fewestConfirmed, type Random, roughly, type Shown, withNoise } from './small-numbers.ts';

/** What would help the people of an event, as its team may know it: made once, when registration closes, and never again. */
export type Summary =
  | { readonly kind: 'too-few'; readonly at: string }
  | { readonly kind: 'bands'; readonly at: string; readonly bands: readonly { readonly kind: NeedKind; readonly band: Band }[] };

/** What people said afterwards without their names: counted once, when nobody can say more. Of fewer than twenty people nothing is shown. */
export interface Outcome {
  readonly at: string;
  readonly feedback: readonly Shown<FeedbackChoice>[];
  readonly equality: readonly { readonly question: EqualityQuestion; readonly shown: readonly Shown<string>[] }[];
}

/** Both, as the team sees them. */
export interface SummaryView {
  readonly event: EventOutline;
  readonly summary: Summary | undefined;
  readonly outcome: Outcome | undefined;
  /** What people wrote afterwards: for access coordinators, and only once nobody can write more. */
  readonly words: readonly string[] | undefined;
}

/** When the summary is made: changes after it do not show, so that nobody learns from a difference. */
export function summarisedFrom(event: Pick<EventOutline, 'registrationClosesAt' | 'startsAt'>): Date {
  return new Date(event.registrationClosesAt ?? event.startsAt);
}

export function isDue(event: Pick<EventOutline, 'registrationClosesAt' | 'startsAt' | 'endsAt' | 'calledOffAt'>, now: Date) {
  if (event.calledOffAt) return { summary: false, outcome: false };
  return { summary: now >= summarisedFrom(event), outcome: now >= countedFrom(event) };
}

export function summaryOf(
  held: { readonly needs: readonly Need[]; readonly asking: Asking; readonly confirmed: number },
  now: Date,
  random: Random,
): Summary {
  const at = now.toISOString();
  if (held.confirmed < fewestConfirmed) return { kind: 'too-few', at };
  // By what was offered alone: a kind that is only there because somebody had ticked it would tell of them.
  const bands = kindsShown(held.asking, []).map((kind) => {
    const count = held.needs.filter(({ answer }) => answer.kinds.includes(kind)).length;
    return { kind, band: bandOf(withNoise(count, random)) };
  });
  return { kind: 'bands', at, bands };
}

export function outcomeOf(
  said: { readonly choices: readonly FeedbackChoice[]; readonly answers: readonly EqualityAnswer[]; readonly confirmed: number },
  now: Date,
  random: Random,
): Outcome {
  const at = now.toISOString();
  if (said.confirmed < fewestConfirmed) return { at, feedback: [], equality: [] };
  const equality = equalityQuestionNames.map((question) => {
    const given = said.answers.filter((each) => each.question === question).map(({ choice }) => choice);
    return { question, shown: roughly<string>(equalityQuestions[question], given, random) };
  });
  return { at, feedback: roughly(feedbackChoices, said.choices, random), equality };
}
