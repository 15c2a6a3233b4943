import { beforeAll, expect, it } from 'vitest';
import { everythingStored } from '../security/stored.ts';
import { ask, fromOurPage, program } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo } from '../system/mailbox.ts';
import { hiddenFields, registerAndConfirm, type SomebodyRegistered } from '../system/people.ts';
import { afterSweeps, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';

/**
 * An event and then half a year: names and addresses go by themselves, from every service, and nobody is written to about it. Numbers stay.
 */
const dayMs = 24 * 60 * 60 * 1000;
const need = 'Marker-of-a-need-4719';

let system: System;
let event: MadeEvent;
let plain: SomebodyRegistered;
let waitsForReport: SomebodyRegistered;
let start: Date;

beforeAll(async () => {
  system = await runningSystem();
  start = system.cloud.clock.now();
  event = await makeEvent(system, { title: 'An event of months ago', inDays: 2 });
  plain = await registerAndConfirm(system, event, { wantsReport: 'no', email: 'plain-4720@example.org' });
  waitsForReport = await registerAndConfirm(system, event, { wantsReport: 'yes', email: 'report-4721@example.org' });
  await tell(plain.cookie);
  const door = `/organise/events/${event.eventId}/attendance`;
  const people = (await program(system, 'organiser', door)).people;
  await program(system, 'organiser', door, { here: [Array.isArray(people) ? String(people[0].registrationId) : ''] });
}, 120_000);

async function tell(cookie: string): Promise<void> {
  const form = await until('accessibility to know the event', async () => {
    const page = await ask(system, '/my-place/access', { headers: { cookie, accept: 'text/html' } });
    return page.status === 200 ? page : undefined;
  });
  const fields = { ...hiddenFields(form.text), kinds: ['live-captions'], ownWords: need, consent: 'yes' };
  expect((await ask(system, '/my-place/access', fromOurPage(system, fields, cookie))).status).toBe(303);
}

async function daysLater(days: number): Promise<void> {
  system.cloud.clock.set(new Date(start.getTime() + days * dayMs));
  // What the first round tells, the second has heard.
  await afterSweeps(system);
  await afterSweeps(system);
}

async function stored(text: string): Promise<number> {
  return [...(await everythingStored(system)).values()].flat().filter((item) => item.includes(text)).length;
}

it('weeks after the event everybody is still known, but what would help them is gone', async () => {
  await daysLater(40);
  expect(await stored(plain.email)).toBe(1);
  expect(await stored(need)).toBe(0);
});

it('after 90 days they are forgotten, but for whoever waits for the report, and nobody is written to', async () => {
  const before = [await lettersTo(system, plain.email), await lettersTo(system, waitsForReport.email)].map(({ length }) => length);
  await daysLater(2 + 91);
  expect(await stored(plain.email)).toBe(0);
  expect(await stored(waitsForReport.email)).toBe(1);
  await daysLater(2 + 181);
  expect(await stored(waitsForReport.email)).toBe(0);
  const after = [await lettersTo(system, plain.email), await lettersTo(system, waitsForReport.email)].map(({ length }) => length);
  expect(after).toEqual(before);
  const { kept, people } = await program(system, 'organiser', `/organise/events/${event.eventId}/attendance`);
  expect([kept, people]).toEqual([{ confirmed: 2, waitlisted: 0, cancelled: 0, attended: 1 }, []]);
});
