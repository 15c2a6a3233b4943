import type { EventOutline } from './event.ts';

/** "Did we get it right?", asked of everybody who came, so that answering it tells nothing. */
export const feedbackChoices = ['yes', 'partly', 'no', 'did-not-ask'] as const;
export type FeedbackChoice = (typeof feedbackChoices)[number];

export interface Feedback {
  readonly choice: FeedbackChoice;
  readonly words: string;
}

/** Days after the event during which people may say how it was, and who they are; then it is counted, once. */
export const daysToSay = 14;

export function countedFrom({ endsAt }: Pick<EventOutline, 'endsAt'>): Date {
  return new Date(Date.parse(endsAt) + daysToSay * 24 * 60 * 60 * 1000);
}

/**
 * Forms of one kind, for one event, that are taken in a day from one network. A hall full of people shares one, so it is wide; it keeps
 * the figures from being filled up, and noise keeps them from telling of anybody even so.
 */
export const sendingsADay = 200;

/** Whether it can be said how the event was. */
export function canSayHowItWas(event: Pick<EventOutline, 'endsAt' | 'calledOffAt'>, now: Date): boolean {
  return event.calledOffAt === undefined && now.toISOString() >= event.endsAt && now < countedFrom(event);
}

/** The day alone, in UTC. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
