import { type Arrangement, replyTo } from '../domain/arrangement.ts';
import { phaseOf } from '../domain/event.ts';
import { goneBy } from '../domain/keeping.ts';
import type { Place } from '../domain/place.ts';
import type { Arrangements } from './arranging-ports.ts';
import { KeepsMovingError } from './keeps-moving.ts';
import type { AccessPorts } from './ports.ts';

export interface ReplyPorts extends AccessPorts {
  readonly arrangements: Arrangements;
}

export type ReplyOutcome =
  | { readonly kind: 'saved'; readonly arrangement: Arrangement }
  /** There is a newer answer than the one that they read. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'nothing-to-answer' };

export interface Said {
  readonly works: boolean;
  readonly ownWords: string;
  /** The version of the answer that the page showed. */
  readonly to: number;
}

const mostTries = 5;

/** "That works", or "that does not work for me", which opens it again for the coordinator. */
export async function replyToAnswer({ registrationId, eventId }: Place, said: Said, now: Date, ports: ReplyPorts): Promise<ReplyOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const event = await ports.events.byId(eventId);
    const need = await ports.needs.load(eventId, registrationId);
    const held = await ports.arrangements.load(eventId, registrationId);
    if (!event || !need || !held) return { kind: 'nothing-to-answer' };
    if (phaseOf(event, now) !== 'open') return { kind: 'closed' };
    const decision = replyTo(held, said, now);
    switch (decision.kind) {
      case 'same':
        return { kind: 'saved', arrangement: decision.arrangement };
      case 'meanwhile':
        return { kind: 'meanwhile' };
      case 'nothing-to-answer':
        return { kind: 'nothing-to-answer' };
      case 'save':
        if ((await ports.arrangements.save(decision.arrangement, need, event)) === 'saved') {
          return { kind: 'saved', arrangement: decision.arrangement };
        }
    }
  }
  throw new KeepsMovingError();
}

/** What they were told; what has expired is not there, deleted or not. */
export async function answerFor({ registrationId, eventId }: Place, now: Date, ports: ReplyPorts): Promise<Arrangement | undefined> {
  const event = await ports.events.byId(eventId);
  return event && now < goneBy(event) ? ports.arrangements.load(eventId, registrationId) : undefined;
}
