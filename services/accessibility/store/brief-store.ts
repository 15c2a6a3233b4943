import { speakerSchema } from '@convener/contracts';
import { commit, fromItem, getItem, queryAll, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { Spent } from '../domain/access-costs.ts';
import { arrangedGoneBy } from '../domain/keeping.ts';
import { supplierGoneBy } from '../domain/supplier.ts';
import type { Briefs, Expenses, Suppliers } from '../use-cases/arranging-ports.ts';
import { briefItem, briefingItem, supplierItem, supplierOf } from './arranging-items.ts';
import { afterVersion, asItWasKept, underFacts, written } from './arranging-store.ts';
import { factsKey, spentKey, spentPartition, supplierKey, supplierPartition, supplierPrefix } from './keys.ts';
import type { Tables } from './need-store.ts';

const programmeSchema = z.object({
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  // Facts that were kept before briefs were made lack these; they come with the event's next change.
  question: z._default(z.string(), ''),
  speakers: z._default(z.array(speakerSchema), []),
  links: z._default(z.array(z.object({ label: z.string(), url: z.string() })), []),
  place: z._default(z.string(), ''),
});

export function briefStore({ main, needs }: Tables): Briefs {
  return {
    programme: async (eventId) => {
      const item = await getItem(main, factsKey(eventId));
      return item && programmeSchema.parse(fromItem(item));
    },
    save: (brief, event) =>
      written(needs, [
        { kind: 'put', item: briefItem(brief, arrangedGoneBy(event)), ...afterVersion(brief.version - 1) },
        underFacts(main, event),
      ]),
    queue: async (sending, event) => {
      const item = briefingItem(sending, arrangedGoneBy(event));
      await commit(needs, [{ kind: 'put', item, condition: 'attribute_not_exists(pk)' }, underFacts(main, event)]);
    },
  };
}

export function supplierStore(needs: Table): Suppliers {
  const everyone = async () => {
    const found = [];
    for await (const item of queryAll(needs, { pk: supplierPartition, startingWith: supplierPrefix })) found.push(supplierOf(item));
    return found;
  };
  const remove = async (supplierId: string) => {
    await commit(needs, [{ kind: 'delete', key: supplierKey(supplierId) }]);
  };
  return {
    all: async (now) => (await everyone()).filter((each) => now < supplierGoneBy(each)).sort((a, b) => a.name.localeCompare(b.name)),
    load: async (supplierId) => {
      const item = await getItem(needs, supplierKey(supplierId));
      return item && supplierOf(item);
    },
    keep: (supplier, before) =>
      written(needs, [{ kind: 'put', item: supplierItem(supplier, supplierGoneBy(supplier)), ...asItWasKept(before) }]),
    remove,
    removeExpired: async (now) => {
      for (const each of await everyone()) if (now >= supplierGoneBy(each)) await remove(each.supplierId);
    },
  };
}

const spentSchema = z.object({ eventId: z.string(), title: z.string(), endsAt: z.string(), pence: z.number() });

export function expenseStore(needs: Table): Expenses {
  return {
    all: async () => {
      const found: Spent[] = [];
      for await (const item of queryAll(needs, { pk: spentPartition })) found.push(spentSchema.parse(fromItem(item)));
      return found;
    },
  };
}

/** Once an event's total is written it stays: a deletion that was broken off half way must not write a smaller one. */
export async function keepTotal(needs: Table, spent: Spent): Promise<void> {
  const item = toItem({ ...spent, ...spentKey(spent.endsAt, spent.eventId) });
  await commit(needs, [{ kind: 'put', item, condition: 'attribute_not_exists(pk)' }]);
}
