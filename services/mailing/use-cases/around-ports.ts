import type { Actor, Envelope } from '@convener/contracts';
import type { LetterPlan } from '../domain/letter-plan.ts';
import type { EditableLetter } from '../domain/letter-texts.ts';

/** An event that the sweep is to look at, and the mark by which it knows whether somebody asked again meanwhile. */
export interface EventToTend {
  readonly eventId: string;
  readonly mark: string;
}

export interface AroundStore {
  /** Something about the event changed: look at it at the next sweep. `mark` names the cause. */
  touch(eventId: string, mark: string, at: Date): Promise<void>;
  due(now: Date, limit: number): Promise<readonly EventToTend[]>;
  /** When to look again; never, where nothing is to come. Refused where it was touched since. */
  moveOn(event: EventToTend, next: Date | undefined): Promise<boolean>;
}

export interface LoadedPlan {
  readonly plan: LetterPlan;
  readonly version: number;
  readonly carried: readonly Envelope[];
}

/** `copied`: all that was chosen for an earlier event, of which one letter is named. */
export type PlanChange = 'text' | 'standard-text' | 'time' | 'copied';

export interface PlanStore {
  find(eventId: string): Promise<LoadedPlan | undefined>;
  /** With its domain event, and with a touch of the event, in one transaction. */
  save(saving: {
    readonly loaded: LoadedPlan | undefined;
    readonly next: LetterPlan;
    readonly announces: { readonly letter: EditableLetter; readonly change: PlanChange };
    readonly actor: Actor;
    readonly now: Date;
  }): Promise<'saved' | 'changed-meanwhile'>;
}
