import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '@convener/testing';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { held, type OpenEvent, openEvent, openFrom, portsOver, send } from '../testing/open-event.ts';
import { confirm } from '../use-cases/confirm.ts';

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

async function meteredEvent(): Promise<{ event: OpenEvent; meter: Meter }> {
  const plain = await openEvent({ capacity: 5 });
  const client = (await startEngine()).clientFor({});
  const meter = metered(client);
  return { event: { ...plain, ports: portsOver(plain.table, client) }, meter };
}

test('registering costs at most 8 write units and 2 read units', async () => {
  const { event, meter } = await meteredEvent();
  await send(event, 'ada', { attemptId: 'attempt-0000-0000-0001' });
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

test('confirming costs at most 8 write units and 2 read units', async () => {
  const { event, meter } = await meteredEvent();
  await send(event, 'ada');
  const registration = await held(event, 'ada');
  meter.reads = 0;
  meter.writes = 0;
  if (registration) await confirm(registration, openFrom, event.ports);
  expect(meter.writes).toBeGreaterThan(3);
  expect(meter.writes).toBeLessThanOrEqual(8);
  expect(meter.reads).toBeLessThanOrEqual(2);
});
