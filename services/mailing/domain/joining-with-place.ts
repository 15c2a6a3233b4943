import { joiningHours } from '@convener/contracts';
import type { EventTimes } from './around.ts';
import type { JoiningNews } from './event-change.ts';
import type { LetterTemplate } from './letter-templates.ts';

/** Letters that tell somebody that they have a place. */
const ofPlace: readonly LetterTemplate[] = ['registration.confirmed', 'registration.promoted'];

/** Where joining is open as somebody gets a place, the letter about the place tells how to join too. */
export function mayTellHowToJoin(template: LetterTemplate): boolean {
  return ofPlace.includes(template);
}

/** Whether people who have a place can join, at `now`. An event that was put off after joining had opened is not near any more. */
export function isJoiningOpen(
  { startsAt, endsAt, cancelled }: EventTimes,
  { openedAt }: Pick<JoiningNews, 'openedAt'>,
  now: Date,
): boolean {
  if (openedAt === undefined || cancelled) return false;
  return now.getTime() >= Date.parse(startsAt) - joiningHours * 3_600_000 && now.getTime() < Date.parse(endsAt);
}
