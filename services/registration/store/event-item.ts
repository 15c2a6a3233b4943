import type { EventFacts } from '@convener/contracts';
import { fromItem, type Item } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { Event, Joining, Notices } from '../domain/event.ts';
import { participantListOf } from './participant-store.ts';
import { placesOf } from './places-item.ts';
import { questionsOf } from './question-item.ts';

const outlineSchema = z.object({
  eventId: z.string(),
  slug: z.string(),
  title: z.string(),
  series: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  mode: z.enum(['online', 'in-person', 'hybrid']),
  place: z.string(),
  capacity: z.number(),
  registrationOpensAt: z.string(),
  registrationClosesAt: z.string(),
  version: z.number(),
});

const joiningSchema = z.object({ link: z.string(), instructions: z.string() });
const noticesSchema = z.object({ joiningOpenedAt: z.optional(z.string()) });

/** Puts together what one read of an event's partition brought; undefined while its facts have not come. */
export function eventOf(items: readonly Item[]): Event | undefined {
  const found = new Map(items.map((item) => [item.sk?.S, item]));
  const facts = found.get('EVENT');
  const places = placesOf(found.get('PLACES'));
  if (!facts || !places) return undefined;
  const { version, ...outline } = outlineSchema.parse(fromItem(facts));
  return {
    outline: { ...outline, factsVersion: version },
    places,
    joining: joiningOf(found.get('JOINING')),
    notices: noticesOf(found.get('NOTICES')),
    participantList: participantListOf(found.get('PARTICIPANTS')),
    questions: questionsOf(found.get('QUESTIONS')),
  };
}

function joiningOf(item: Item | undefined): Joining | undefined {
  return item && joiningSchema.parse(fromItem(item));
}

function noticesOf(item: Item | undefined): Notices {
  return { joiningOpenedAt: item && noticesSchema.parse(fromItem(item)).joiningOpenedAt };
}

/** The facts that registration needs, instants in one form so that they compare as text. It is live until its end: the sweep finds it by that. */
export function factsAttributes(facts: EventFacts): object {
  const { eventId, slug, title, series, timeZone, mode, place, capacity } = facts;
  const endsAt = instant(facts.endsAt);
  return {
    ...{ eventId, slug, title, series, timeZone, mode, place, capacity },
    startsAt: instant(facts.startsAt),
    endsAt,
    registrationOpensAt: instant(facts.registrationOpensAt),
    registrationClosesAt: instant(facts.registrationClosesAt),
    due: 'LIVE',
    dueAt: `${endsAt}#${eventId}`,
  };
}

export function instant(iso: string): string {
  return new Date(iso).toISOString();
}
