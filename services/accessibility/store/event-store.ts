import { provisionSchema } from '@convener/contracts';
import { commit, fromItem, getItem, readModelPut, type Table } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { EventOutline } from '../domain/event.ts';
import { deleteFrom } from '../domain/keeping.ts';
import type { EventKeeping, Events } from '../use-cases/ports.ts';
import { factsKey } from './keys.ts';

const schema = z.object({
  eventId: z.string(),
  slug: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  registrationClosesAt: z.optional(z.string()),
  timeZone: z.string(),
  mode: z.enum(['online', 'in-person', 'hybrid']),
  place: z.optional(z.string()),
  provisions: z.array(provisionSchema),
  calledOffAt: z.optional(z.string()),
  version: z.number(),
});

export function eventStore(main: Table): Events {
  return {
    byId: async (eventId) => {
      const item = await getItem(main, factsKey(eventId));
      return item && outlineOf(fromItem(item));
    },
  };
}

function outlineOf(value: Readonly<Record<string, unknown>>): EventOutline {
  const { calledOffAt, registrationClosesAt, place, ...outline } = schema.parse(value);
  return { ...outline, ...(registrationClosesAt ? { registrationClosesAt } : {}), ...(place ? { place } : {}), calledOffAt };
}

/** Whatever the facts say now, the sweep looks at the event again: `due` comes back with every change. */
export function eventKeeping(main: Table): EventKeeping {
  return {
    keepFacts: async (facts, calledOff, version) => {
      const { eventId, slug, title, timeZone, mode, provisions } = facts;
      const [startsAt, endsAt] = [instant(facts.startsAt), instant(facts.endsAt)];
      const calledOffAt = calledOff === undefined ? undefined : instant(calledOff);
      const dueAt = `${deleteFrom({ endsAt, calledOffAt }).toISOString()}#${eventId}`;
      const registrationClosesAt = instant(facts.registrationClosesAt);
      const outline = { eventId, slug, title, startsAt, endsAt, registrationClosesAt, timeZone, mode, provisions, calledOffAt };
      // For the briefs of interpreters and captioners.
      const { question, speakers, links, place } = facts;
      const programme = { question, speakers, links, place };
      await commit(main, [readModelPut(factsKey(eventId), { ...outline, ...programme, due: 'KEPT', dueAt }, version)]);
    },
  };
}

function instant(iso: string): string {
  return new Date(iso).toISOString();
}
