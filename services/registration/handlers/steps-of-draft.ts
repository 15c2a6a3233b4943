import { type FieldError, parseForm } from '@convener/forms';
import { answerValue } from '../domain/answers.ts';
import { choosableGroups } from '../domain/decide-group.ts';
import type { Event } from '../domain/event.ts';
import { type Step, stepBefore, stepsOf } from '../domain/journey.ts';
import { groupCalled, poolsFor } from '../domain/pools.ts';
import type { EventQuestions } from '../domain/questions.ts';
import { type FormAt, formAddress } from '../pages/form-address.ts';
import { groupIn } from '../pages/group-choice.tsx';
import { questionsForm } from '../pages/questions-form.ts';
import type { Draft } from '../use-cases/draft-ports.ts';
import { offerWords } from '../words.offers.en.ts';

export type Typed = Draft['typed'];

/** As it stands on the page of answers; undefined where places are kept for nobody. */
export function groupNamed({ places }: Event, typed: Typed): string | undefined {
  if (choosableGroups(places).length === 0) return undefined;
  return groupCalled(places, groupIn(places, typed))?.name ?? offerWords.group.none;
}

/** No place is free for them as this page is made. */
export function wouldWait({ places }: Event, typed: Typed): boolean {
  return poolsFor(places, groupIn(places, typed)).length === 0;
}

/** A question of this event, or one that it asked when somebody began. */
export function mayHaveBeen(questionId: string, { questions }: EventQuestions): boolean {
  return /^que_[\w-]{22}$/.test(questionId) || questions.some((question) => question.questionId === questionId);
}

export function stepsIn({ questions }: EventQuestions, typed: Typed): readonly Step[] {
  const { fields } = questionsForm(questions);
  return stepsOf(questions, (questionId) => {
    const reading = fields[questionId]?.read(typed[questionId]);
    return reading?.kind === 'read' ? answerValue(reading.value) : undefined;
  });
}

export function errorsIn({ questions }: EventQuestions, typed: Typed): readonly FieldError[] {
  const parsed = parseForm(questionsForm(questions), typed);
  return parsed.kind === 'invalid' ? parsed.errors : [];
}

/** Seen, and nothing to put right: it may be that the organisers have changed the question since. */
export function doneIn(asked: EventQuestions, { typed, seen }: Draft): (questionId: string) => boolean {
  const wrong = new Set(errorsIn(asked, typed).map(({ field }) => field));
  return (questionId) => seen.includes(questionId) && !wrong.has(questionId);
}

/** Without what was on this page before: a box that is no longer ticked posts nothing. */
export function without(typed: Typed, { questions }: Step): Typed {
  const here = (name: string) => questions.some(({ questionId }) => name === questionId || name.startsWith(`${questionId}-`));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !here(name)));
}

export function pathOf(at: FormAt, step: Step | undefined, more: Readonly<Record<string, string>> = {}): `/${string}` {
  return formAddress(at, step?.key ?? 'check', more);
}

export function backOf(at: FormAt, steps: readonly Step[], step: Step, changing: boolean): string {
  if (changing) return formAddress(at, 'check');
  const before = stepBefore(steps, step.key);
  return before ? pathOf(at, before) : formAddress(at);
}
