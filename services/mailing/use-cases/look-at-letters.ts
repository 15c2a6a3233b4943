import { editableLetters } from '../domain/letter-texts.ts';
import { type LetterAround, letterAround } from '../domain/letters-around.ts';
import type { EventLook, LettersPorts } from './ports.ts';

export interface LettersLook {
  readonly event: EventLook;
  readonly letters: readonly LetterAround[];
}

/** Every letter around an event as it stands now; undefined while the event's facts have not come. */
export async function lookAtLetters(
  eventId: string,
  now: Date,
  { facts, plans, mailings }: Pick<LettersPorts, 'facts' | 'plans' | 'mailings'>,
): Promise<LettersLook | undefined> {
  const [event, loaded, made] = await Promise.all([facts.event(eventId), plans.find(eventId), mailings.ofEvent(eventId)]);
  return (
    event && { event, letters: editableLetters.map((letter) => letterAround(letter, { event, plan: loaded?.plan, mailings: made }, now)) }
  );
}
