import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { registrationQuestionsChangedV1 } from '@convener/contracts/domain-events';
import { startEngine } from '@convener/testing';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Details } from '../domain/registration.ts';
import { held, type OpenEvent, openEvent, openFrom, portsOver, send } from '../testing/open-event.ts';
import { shortQuestion } from '../testing/questions.ts';
import { confirm } from '../use-cases/confirm.ts';
import { questionStore } from './question-store.ts';

/** P05: what a flow costs, from what DynamoDB itself reports; the counter of a network stands apart. */
interface Meter {
  reads: number;
  writes: number;
}

const consumed = z.object({ CapacityUnits: z._default(z.number(), 0) });
const answered = z.object({ ConsumedCapacity: z.optional(z.union([z.array(consumed), consumed])) });
const counter = z.object({ Key: z.object({ pk: z.object({ S: z.string().check(z.startsWith('VIEWER#')) }) }) });

function metered(client: DynamoDBClient): Meter {
  const meter: Meter = { reads: 0, writes: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      if (counter.safeParse(args.input).success) return result;
      const units = [answered.parse(result.output).ConsumedCapacity ?? []].flat().reduce((sum, each) => sum + each.CapacityUnits, 0);
      if (/Get|Query/.test(context.commandName ?? '')) meter.reads += units;
      else meter.writes += units;
      return result;
    },
    { step: 'initialize' },
  );
  return meter;
}

/** As long as ids and answers are in life: an item over a kilobyte would cost a quarter more. */
const inLife = { eventId: 'evt_AbCdEfGhIjKlMnOpQrStUv', slug: 'how-do-we-embed-co-production-across-scotland' };
const details: Details = {
  ...{ name: 'Alexandra Sample-Person', organisation: 'Example Organisation of Somewhere', comingAs: 'somebody with lived experience' },
  ...{ wantsReport: true, format: 'html' as const },
};

async function meteredEvent(): Promise<{ event: OpenEvent & { readonly client: DynamoDBClient }; meter: Meter }> {
  const plain = await openEvent({ ...inLife, capacity: 5 });
  const client = (await startEngine()).clientFor({});
  const meter = metered(client);
  return { event: { ...plain, client, ports: portsOver(plain.table, client) }, meter };
}

test('registering costs at most 8 write units and 2 read units', async () => {
  const { event, meter } = await meteredEvent();
  await send(event, 'alexandra.sample-person', { attemptId: 'attempt-0000-0000-0001', details });
  expect(meter.writes).toBeGreaterThan(3);
  expect(meter.writes).toBeLessThanOrEqual(8);
  expect(meter.reads).toBeLessThanOrEqual(2);
});

test('what it reads of the event costs at most 1, and of the registration, when the form is sent again, at most 1 more', async () => {
  const { event, meter } = await meteredEvent();
  await event.ports.events.bySlug(event.slug);
  expect(meter.reads).toBeLessThanOrEqual(1);
  await send(event, 'ada', { attemptId: 'attempt-0000-0000-0001' });
  meter.reads = 0;
  await send(event, 'ada', { attemptId: 'attempt-0000-0000-0001' });
  expect(meter.reads).toBeLessThanOrEqual(2);
});

test('confirming costs at most 9 write units, since two domain events ride on the item by then, and 2 read units', async () => {
  const { event, meter } = await meteredEvent();
  await send(event, 'ada');
  const registration = await held(event, 'ada');
  meter.reads = 0;
  meter.writes = 0;
  if (registration) await confirm(registration, openFrom, event.ports);
  expect(meter.writes).toBeGreaterThan(3);
  expect(meter.writes).toBeLessThanOrEqual(9);
  expect(meter.reads).toBeLessThanOrEqual(2);
});

test('an event with ten questions of its own is still read in one, and registering for it costs 2 read units', async () => {
  const { event, meter } = await meteredEvent();
  const why = 'So that we can plan the day, and there is enough for everybody.';
  const questions = Array.from({ length: 10 }, (_, at) =>
    shortQuestion(`que_${at}`, { label: `What would you like to tell us of ${at}?`, why }),
  );
  const store = questionStore(event.table);
  const announces = { contract: registrationQuestionsChangedV1, data: { eventId: event.eventId, change: 'added', questions: 10 } };
  const next = { version: 1, questions, asksSupporter: false };
  const change = { next, announces, lookAgainAt: openFrom.toISOString() };
  const context = { now: openFrom, actor: { kind: 'organiser', id: 'org_sample' } } as const;
  expect(await store.save(event.eventId, await store.load(event.eventId), change, context)).toBe(true);
  expect((await event.ports.events.bySlug(event.slug))?.questions.questions).toHaveLength(10);
  meter.reads = 0;
  const fresh = { ...event, ports: { ...event.ports, events: portsOver(event.table, event.client).events } };
  await send(fresh, 'ada');
  expect(meter.reads).toBeLessThanOrEqual(2);
});
