import type { EventFacts } from '@convener/contracts';
import { longDate, shortTime } from '@convener/writing/dates';
import { type Day, dayOf, workingDaysBefore } from './working-days.ts';

/** What interpreters and captioners are told of an event beforehand. Nobody's need has a place in it. */
export interface BriefWords {
  readonly agenda: string;
  readonly names: string;
  readonly terms: string;
  readonly links: string;
  readonly joining: string;
}
export const briefParts = ['agenda', 'names', 'terms', 'links', 'joining'] as const satisfies readonly (keyof BriefWords)[];

export interface Brief extends BriefWords {
  readonly eventId: string;
  readonly changedAt: string;
  /** 0 while it has only been proposed. */
  readonly version: number;
}

export type BriefSent = 'waiting' | 'sending' | 'done' | 'refused';

/** That a brief was sent, without what it said. */
export interface BriefSending {
  readonly eventId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly briefVersion: number;
  readonly at: string;
  readonly delivered: BriefSent;
  readonly letterId: string;
}

/** What an event's public facts give to begin with. */
export type Programme = Pick<EventFacts, 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'question' | 'speakers' | 'links' | 'place'>;

export function proposedBrief(eventId: string, programme: Programme): Brief {
  const { title, startsAt, endsAt, timeZone, question, speakers, links, place } = programme;
  return {
    eventId,
    agenda: [
      longDate(startsAt, timeZone),
      `${shortTime(startsAt, timeZone)} to ${shortTime(endsAt, timeZone)}: ${title}`,
      ...(question ? [`We talk in small groups about: ${question}`] : []),
    ].join('\n'),
    names: speakers.map(({ name, role, organisation }) => [name, role, organisation].filter(Boolean).join(', ')).join('\n'),
    terms: '',
    links: links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
    joining: place,
    changedAt: startsAt,
    version: 0,
  };
}

/** Interpreters and captioners read themselves in; a week before is what they ask for. */
const briefDays = 5;

export function sendBriefBy(event: { readonly startsAt: string; readonly timeZone: string }): Day {
  return workingDaysBefore(dayOf(event.startsAt, event.timeZone), briefDays);
}

export function sameBrief(a: BriefWords, b: BriefWords): boolean {
  return briefParts.every((part) => a[part] === b[part]);
}
