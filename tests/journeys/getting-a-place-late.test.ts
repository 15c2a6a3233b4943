import { instantOf } from '@convener/writing/zoned-time';
import { beforeAll, expect, it } from 'vitest';
import { ask, fromOurPage, program } from '../system/asking.ts';
import { day, type MadeEvent, makeEvent } from '../system/events.ts';
import { type Letter, letterAbout, lettersTo, linkTo } from '../system/mailbox.ts';
import { cookiesOf, registerAndConfirm, type SomebodyRegistered, somebodyNew } from '../system/people.ts';
import { afterSweeps, quiet } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';

/** An online event tomorrow: everybody who has a place by the start was told how to join, once, however late they got it. */
let system: System;
let startDay: string;
let event: MadeEvent;
let early: SomebodyRegistered;
let late: SomebodyRegistered;
let waiting: SomebodyRegistered;
const phoned = somebodyNew();

const hourMs = 60 * 60 * 1000;

beforeAll(async () => {
  system = await runningSystem();
  startDay = day(system, 3);
  // People can register until the hour at which it begins.
  event = await makeEvent(system, { title: 'An event that people join late', capacity: 3, inDays: 3, closesInDays: 3 });
  const timing = { goes: true, amount: 2, unit: 'hours' };
  await program(system, 'organiser', `/organise/events/${event.eventId}/letters/last-reminder/time`, timing);
}, 180_000);

async function hoursBefore(hours: number): Promise<void> {
  const start = instantOf({ date: startDay, time: '10:00' }, 'Europe/London');
  system.cloud.clock.set(new Date(start.getTime() - hours * hourMs));
  await afterSweeps(system);
}

const about = async ({ email }: { readonly email: string }, subject: RegExp): Promise<readonly Letter[]> =>
  (await lettersTo(system, email)).filter((letter) => subject.test(letter.subject));
/** The cookie of somebody's own page, opened by the link in a letter to them: it lasts for two hours. */
async function opened({ links }: Letter): Promise<string> {
  const [page = ''] = links.map((link) => new URL(link).pathname).filter((path) => path.startsWith('/registrations/manage/'));
  return cookiesOf(await ask(system, page, fromOurPage(system, {})));
}

const howToJoin = (person: { readonly email: string }) => about(person, /how to join/i);

it('whoever has a place as joining opens gets the letter about it', async () => {
  early = await registerAndConfirm(system, event);
  await hoursBefore(23);
  expect((await letterAbout(system, early.email, /^How to join/)).links.join(' ')).toContain('/registrations/manage/');
});

it('whoever confirms after that reads it in the letter about their place, with no link to the room itself', async () => {
  late = await registerAndConfirm(system, event);
  const letter = await letterAbout(system, late.email, /^You have a place, and how to join/);
  expect(letter.text).toContain('everything that you need to take part');
  expect(letter.text).not.toContain('meet.example.org');
  expect((await ask(system, '/my-place', { headers: { cookie: await opened(letter) } })).text).toContain('Join now');
});

it('so does somebody who phones, and somebody who takes the place that another gave up', async () => {
  const fields = { ...phoned, told: 'phone', wantsReport: true, asked: true };
  await program(system, 'organiser', `/organise/events/${event.eventId}/registrations/new`, fields);
  await letterAbout(system, phoned.email, /^You have a place, and how to join/);
  waiting = await registerAndConfirm(system, event);
  await letterAbout(system, waiting.email, /^You are on the waiting list/);
  expect(await howToJoin(waiting)).toEqual([]);
  await ask(system, '/my-place/cancel', fromOurPage(system, {}, await opened(await letterAbout(system, early.email, /^How to join/))));
  const offer = await linkTo(system, waiting.email, '/registrations/offer/');
  expect(await howToJoin(waiting)).toEqual([]);
  expect((await ask(system, offer, fromOurPage(system, { answer: 'take' }))).status).toBe(303);
  await letterAbout(system, waiting.email, /place.*and how to join/);
});

it('nobody is told twice, and the last reminder, which was still to come, reaches them all', async () => {
  for (const hours of [20, 19]) await hoursBefore(hours);
  for (const person of [early, late, phoned, waiting]) expect([person.email, (await howToJoin(person)).length]).toEqual([person.email, 1]);
  for (const person of [late, phoned, waiting]) expect(await about(person, /^See you soon/)).toEqual([]);
  await hoursBefore(1.9);
  for (const person of [late, phoned, waiting]) await letterAbout(system, person.email, /^See you soon/);
  await quiet(system);
  for (const person of [late, phoned, waiting]) expect(await about(person, /^See you soon/)).toHaveLength(1);
  expect(await about(early, /^See you soon/)).toEqual([]);
});
