import { sentOneByOne } from '../domain/letter-templates.ts';
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
  { facts, plans, mailings, letters }: Pick<LettersPorts, 'facts' | 'plans' | 'mailings' | 'letters'>,
): Promise<LettersLook | undefined> {
  const event = await facts.event(eventId);
  if (!event) return undefined;
  const [loaded, made, joining, counted] = await Promise.all([
    plans.find(eventId),
    mailings.ofEvent(eventId),
    facts.joining(eventId),
    Promise.all(sentOneByOne.map(async (template) => [template, await letters.sentAlone(eventId, template)] as const)),
  ]);
  const known = { event, plan: loaded?.plan, mailings: made, joining, oneByOne: Object.fromEntries(counted) };
  return { event, letters: editableLetters.map((letter) => letterAround(letter, known, now)) };
}
