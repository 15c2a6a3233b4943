import type { Asking } from '../domain/asking.ts';
import type { EqualityAnswer } from '../domain/equality.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Feedback, FeedbackChoice } from '../domain/feedback.ts';
import type { Place } from '../domain/place.ts';
import type { Remembered } from '../domain/remembered.ts';
import type { Outcome, Summary } from '../domain/summary.ts';

export interface AskingSettings {
  /** What was set; undefined while nobody has. */
  load(eventId: string): Promise<Asking | undefined>;
  /** Version 1 is the first. `moved` where somebody else was quicker. */
  save(eventId: string, asking: Asking): Promise<'saved' | 'moved'>;
}

/** What people asked to have ready at the network's next event, found by the pseudonym in their session and by nothing else. */
export interface Memories {
  /** What is stored, over or not. */
  load(person: string): Promise<Remembered | undefined>;
  keep(place: Required<Place>, remembered: Remembered): Promise<void>;
  forget(person: string): Promise<void>;
}

/** For those who know a registration, not a person. */
export interface MemoriesByPlace {
  /** What was remembered or used at this place. */
  ofPlace(registrationId: string): Promise<readonly Remembered[]>;
  /** Forgets it; with a date, only what was remembered up to then. */
  forgetOf(registrationId: string, upTo?: string): Promise<void>;
}

export interface MemorySweep {
  /** Deletes what is over; says how many were looked at, not whose. */
  deleteOver(now: Date): Promise<number>;
}

/** Kept so that nobody can tell who said it: no id, no time, a random key. */
export interface Unlinked {
  keepFeedback(event: EventOutline, feedback: Feedback): Promise<void>;
  /** Each answer apart from the others, so that not even one form can be put together again. */
  keepEquality(event: EventOutline, answers: readonly EqualityAnswer[]): Promise<void>;
}

export interface Senders {
  /** Counts one more form from this network today, and says how many that makes. */
  count(form: 'how-it-was' | 'who-comes', eventId: string, network: string, now: Date): Promise<number>;
}

export interface UnlinkedLists {
  feedbackOf(eventId: string): Promise<readonly FeedbackChoice[]>;
  equalityOf(eventId: string): Promise<readonly EqualityAnswer[]>;
  /** What people wrote, in no order that tells anything. */
  wordsOf(eventId: string): Promise<readonly string[]>;
}

/** Figures that are made once. What is there is never made again. */
export interface Figures {
  summaryOf(eventId: string): Promise<Summary | undefined>;
  outcomeOf(eventId: string): Promise<Outcome | undefined>;
  keepSummary(eventId: string, summary: Summary): Promise<void>;
  keepOutcome(eventId: string, outcome: Outcome): Promise<void>;
}

export interface ConfirmedCount {
  /** How many people have a place. Throws while registration cannot be asked. */
  ofEvent(eventId: string): Promise<number>;
}
