import type { Actor, Envelope } from '@convener/contracts';
import type { Announcement } from '../domain/change.ts';
import type { EventQuestions } from '../domain/questions.ts';

/** The questions of an event as they were loaded; handed back when a change to them is saved. */
export interface LoadedQuestions {
  readonly questions: EventQuestions;
  /** Counts what was announced about them; a change is stored only where it has not moved. */
  readonly version: number;
  readonly carried: readonly Envelope[];
}

export interface QuestionContext {
  readonly now: Date;
  readonly actor: Actor;
}

export interface QuestionStore {
  load(eventId: string): Promise<LoadedQuestions>;
  /** False where somebody else was quicker: load them again. */
  save(
    eventId: string,
    loaded: LoadedQuestions,
    change: { readonly next: EventQuestions; readonly announces: Announcement; readonly lookAgainAt: string },
    context: QuestionContext,
  ): Promise<boolean>;
  /** Notes that the sensitive answers of a registration were read; false where somebody else was quicker. */
  noteReading(
    about: { readonly eventId: string; readonly registrationId: string },
    loaded: LoadedQuestions,
    announces: Announcement,
    context: QuestionContext,
  ): Promise<boolean>;
  /** Up to `limit` events whose answers are to be looked through, the longest due first. */
  dueToForget(now: Date, limit: number): Promise<readonly string[]>;
  /** When the answers of an event are to be looked through next; undefined where none is kept any longer. */
  lookAgain(eventId: string, at: string | undefined): Promise<void>;
}
