import { type EventOutline, phaseOf, type Standing, whyGone } from './event.ts';
import { goneBy } from './keeping.ts';
import { type Answer, type ConsentGiven, type Need, type ReplyWish, sameAnswer, sameReply, usualReply } from './need.ts';

/** What stands as somebody saves. */
export interface Held {
  readonly event: EventOutline;
  readonly standing: Standing;
  readonly need: Need | undefined;
}

export interface SaveCommand {
  readonly registrationId: string;
  readonly answer: Answer;
  /** How they would like to hear from us; the usual way unless said. */
  readonly reply?: ReplyWish;
  /** The words that were agreed to: there is no saving without. */
  readonly consent: ConsentGiven;
  /** The version that the page showed, 0 for none; undefined takes what is there. */
  readonly expectedVersion: number | undefined;
}

export type SaveDecision =
  | { readonly kind: 'save'; readonly need: Need; readonly goneBy: Date }
  /** The same was saved already: sent twice. */
  | { readonly kind: 'same'; readonly need: Need }
  /** It was changed or taken back elsewhere since the page was opened. */
  | { readonly kind: 'meanwhile'; readonly need: Need | undefined }
  | { readonly kind: 'closed'; readonly because: 'over' | 'called-off' | 'gone' };

export function decideSave({ event, standing, need }: Held, command: SaveCommand, now: Date): SaveDecision {
  if (standing === 'gone') return { kind: 'closed', because: whyGone(event) };
  const phase = phaseOf(event, now);
  if (phase !== 'open') return { kind: 'closed', because: phase };
  if (need && isSame(need, command)) return { kind: 'same', need };
  const version = need?.version ?? 0;
  if (command.expectedVersion !== undefined && command.expectedVersion !== version) return { kind: 'meanwhile', need };
  const at = now.toISOString();
  const { registrationId, answer, reply = usualReply, consent } = command;
  return {
    kind: 'save',
    need: { eventId: event.eventId, registrationId, answer, ...reply, consent: { ...consent, at }, changedAt: at, version: version + 1 },
    goneBy: goneBy(event),
  };
}

function isSame(need: Need, { answer, reply = usualReply, consent }: SaveCommand): boolean {
  return sameAnswer(need.answer, answer) && sameReply(need, reply) && sameWords(need.consent, consent);
}

function sameWords(a: ConsentGiven, b: ConsentGiven): boolean {
  return a.textId === b.textId && a.version === b.version;
}
