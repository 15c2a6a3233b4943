import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, getItem } from '@convener/dynamodb';
import { expect, test } from 'vitest';
import { keptDays, keptForReportDays } from '../domain/kept-days.ts';
import { heldUntil } from '../domain/retention.ts';
import { registration as manifest } from '../service.ts';
import { retention } from '../settings.ts';
import { factsKey } from '../store/keys.ts';
import { retentionStore } from '../store/retention-store.ts';
import { everyone, type OpenEvent, openEvent, openFrom, placesIn, plainDetails, press, ridingOn, send } from '../testing/open-event.ts';
import { markAttendance } from './attend.ts';
import { forgetInTime, type RetentionPorts } from './forget-in-time.ts';
import { cancel } from './leave.ts';

const marker = 'Marker-of-a-person-4713';

function sweepPorts(event: OpenEvent): RetentionPorts {
  return { ...event.ports, retention, keeping: retentionStore(event.table) };
}

function daysAfter({ facts }: OpenEvent, days: number): Date {
  return new Date(Date.parse(facts.endsAt) + days * 24 * 60 * 60 * 1000);
}

/** Three who have a place (one of them came), one who waits, one who gave it up; some want the report. */
async function peopled(): Promise<OpenEvent> {
  const event = await openEvent({ capacity: 4 });
  const details = { ...plainDetails, name: marker, organisation: marker, comingAs: marker };
  for (const who of ['ada', 'bea', 'cyd', 'dee', 'eve']) {
    await send(event, who, { details: { ...details, wantsReport: who === 'ada' || who === 'eve' } });
    await press(event, who);
  }
  const id = (who: string) => event.ports.identities.registrationId(`${who}@example.org`, event.eventId);
  await cancel(await id('cyd'), { kind: 'attendee' }, new Date(event.facts.startsAt), event.ports);
  await markAttendance(event.eventId, { here: [await id('ada')], notHere: [] }, 'org_x', new Date(event.facts.startsAt), event.ports);
  return event;
}

async function stored({ table }: OpenEvent): Promise<string> {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name, ConsistentRead: true }));
  return JSON.stringify(Items.map(fromItem));
}

test('nothing is forgotten before its day', async () => {
  const event = await peopled();
  expect(await forgetInTime(daysAfter(event, keptDays - 1), sweepPorts(event))).toBe(0);
  expect(await everyone(event)).toHaveLength(5);
  expect(await sweepPorts(event).keeping.receipt(event.eventId)).toBeUndefined();
});

test('names and addresses go after their days, later for whoever asked for the report; numbers stay, and nobody is written to', async () => {
  const event = await peopled();
  const ports = sweepPorts(event);
  expect(await forgetInTime(daysAfter(event, keptDays), ports)).toBe(3);
  expect((await everyone(event)).map(({ email }) => email).sort()).toEqual(['ada@example.org', 'eve@example.org']);
  // Nothing more to do until the others are due.
  expect(await forgetInTime(daysAfter(event, keptDays + 1), ports)).toBe(0);
  expect(await forgetInTime(daysAfter(event, keptForReportDays), ports)).toBe(2);
  expect(await everyone(event)).toEqual([]);
  const left = await stored(event);
  for (const trace of [marker, 'example.org']) expect(left).not.toContain(trace);
  expect(await ports.keeping.receipt(event.eventId)).toEqual({
    counts: { confirmed: 3, waitlisted: 0, cancelled: 1, attended: 1, ...(await standingNumbers(event)) },
    forgottenAt: daysAfter(event, keptForReportDays).toISOString(),
  });
  for (const who of ['ada', 'bea']) expect(await ridingOn(event, who)).toEqual(['registration.erased.v1']);
  expect(await forgetInTime(daysAfter(event, keptForReportDays + 30), ports)).toBe(0);
  expect((await placesIn(event)).taken).toBe(0);
});

/** Four places for five people: whoever came last waits, and is offered or given the place that became free. */
async function standingNumbers(event: OpenEvent): Promise<object> {
  const receipt = await sweepPorts(event).keeping.receipt(event.eventId);
  const { confirmed = 0, waitlisted = 0 } = receipt?.counts ?? {};
  expect(confirmed + waitlisted).toBeGreaterThanOrEqual(3);
  return { confirmed, waitlisted };
}

test('killed at any write and started again, it ends the same; the numbers are those from before', async () => {
  const event = await peopled();
  const ports = sweepPorts(event);
  const late = daysAfter(event, keptForReportDays);
  for (let killedAfter = 0; killedAfter < 8; killedAfter += 1) {
    let writes = 0;
    const dying = {
      ...ports,
      registrations: {
        ...ports.registrations,
        save: async (...given: Parameters<typeof ports.registrations.save>) => {
          writes += 1;
          if (writes > killedAfter % 2) throw new Error('Killed.');
          return ports.registrations.save(...given);
        },
      },
    };
    await forgetInTime(late, dying).catch(() => 0);
  }
  await forgetInTime(late, ports);
  expect(await everyone(event)).toEqual([]);
  expect((await ports.keeping.receipt(event.eventId))?.counts).toMatchObject({ attended: 1, cancelled: 1 });
});

test('the test above is able to fail: a twin that counts at the end keeps numbers of nobody', async () => {
  const event = await peopled();
  const ports = sweepPorts(event);
  let kept: unknown;
  const twin: RetentionPorts = {
    ...ports,
    keeping: {
      ...ports.keeping,
      keepCounts: async () => undefined,
      lookAgain: async () => {
        kept = (await ports.registrations.ofEvent(event.eventId)).length;
      },
    },
  };
  await forgetInTime(daysAfter(event, keptForReportDays), twin);
  expect(kept).toBe(0);
});

test('an event that was moved to a later day keeps its people until then', async () => {
  const event = await peopled();
  const endsAt = daysAfter(event, 60).toISOString();
  await event.ports.events.keepFacts({ ...event.facts, endsAt }, 9, openFrom.toISOString());
  expect(await forgetInTime(daysAfter(event, keptDays), sweepPorts(event))).toBe(0);
  expect(await forgetInTime(daysAfter(event, 60 + keptForReportDays), sweepPorts(event))).toBe(5);
});

test('facts that come late make the sweep look once more, and change no number', async () => {
  const event = await peopled();
  const ports = sweepPorts(event);
  const late = daysAfter(event, keptForReportDays);
  await forgetInTime(late, ports);
  const before = await ports.keeping.receipt(event.eventId);
  await event.ports.events.keepFacts({ ...event.facts, title: 'Told late' }, 9, openFrom.toISOString());
  expect(await forgetInTime(late, ports)).toBe(0);
  expect(await ports.keeping.receipt(event.eventId)).toEqual(before);
  expect(fromItem((await getItem(event.table, factsKey(event.eventId))) ?? {}).due).toBeUndefined();
});

test('one figure everywhere: the manifest, from which the page of privacy is made, says the days of the rule', () => {
  const { lifetimes } = manifest.tables.main;
  expect(lifetimes.registration).toContain(`${keptDays} days after the event`);
  expect(lifetimes.registration).toContain(`${keptForReportDays} days for whoever asked for the report`);
  expect(retention).toEqual({ days: keptDays, forReportDays: keptForReportDays });
  expect(heldUntil(false, '2024-11-20T12:30:00.000Z', retention)).toBe('2025-02-18T12:30:00.000Z');
  // A network that keeps people longer than the report takes keeps those who want it no shorter.
  expect(heldUntil(true, '2024-11-20T12:30:00.000Z', { days: 400, forReportDays: 180 })).toBe('2025-12-25T12:30:00.000Z');
});
