import { mailingLetterChangedV1 } from '@convener/contracts/domain-events';
import { aggregatePut, commit, envelopesSchema, fromItem, getItem, type Table } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import { timingUnits } from '../domain/around.ts';
import type { PlanStore } from '../use-cases/around-ports.ts';
import { touchWrite } from './around-store.ts';
import { planKey } from './keys.ts';

const timing = z.object({ on: z.boolean(), amount: z.number(), unit: z.enum(timingUnits) });
const text = z.object({ subject: z.string(), body: z.string() });
const each = <Value extends z.ZodMiniType>(value: Value) => z.optional(value);

const schema = z.object({
  eventId: z.string(),
  timings: z.object({ reminder: each(timing), 'last-reminder': each(timing), thanks: each(timing) }),
  texts: z.object({
    requested: each(text),
    confirmed: each(text),
    waitlisted: each(text),
    offered: each(text),
    'offer-declined': each(text),
    'offer-lapsed': each(text),
    promoted: each(text),
    cancelled: each(text),
    reminder: each(text),
    'last-reminder': each(text),
    joining: each(text),
    'joining-changed': each(text),
    changed: each(text),
    'event-cancelled': each(text),
    thanks: each(text),
    report: each(text),
  }),
  version: z.number(),
  envelopes: envelopesSchema,
});

/** What organisers chose for the letters around an event. Only this item holds their words; the domain event says which letter. */
export function planStore(table: Table): PlanStore {
  return {
    find: async (eventId) => {
      const item = await getItem(table, planKey(eventId));
      if (!item) return undefined;
      const { version, envelopes: carried, eventId: id, timings, texts } = schema.parse(fromItem(item));
      return { plan: { eventId: id, timings: given(timings), texts: given(texts) }, version, carried };
    },
    save: async ({ loaded, next, announces, actor, now }) => {
      const expectedVersion = loaded?.version ?? 0;
      const { eventId } = next;
      const version = expectedVersion + 1;
      const data = { eventId, ...announces };
      const said = envelopeFor(mailingLetterChangedV1, { aggregateId: eventId, version, at: now, actor, data });
      const outcome = await commit(table, [
        aggregatePut({ key: planKey(eventId), expectedVersion, attributes: next, carried: loaded?.carried ?? [], added: [said], now }),
        touchWrite(eventId, `plan ${version}`, now),
      ]);
      return outcome.kind === 'committed' ? 'saved' : 'changed-meanwhile';
    },
  };
}

/** Without the names of what nobody chose. */
function given<Value extends object>(values: Value): { [Name in keyof Value]?: Exclude<Value[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Value]?: Exclude<Value[Name], undefined>;
  };
}
