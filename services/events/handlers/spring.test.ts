import { clockAt } from '@convener/testing';
import { beforeEach, expect, test } from 'vitest';
import { type EventsWorld, eventsWorld, publishedEvent, sampleDetails } from '../testing/visitor.ts';

/** In the night to 28 March 2027 the clocks in Scotland go from 1 to 2. */
const clock = clockAt('2027-01-10T12:00:00Z');
const registration = { opensOn: '2027-01-01', closesOn: '2027-03-27' };
const night = { ...sampleDetails, ...registration, date: '2027-03-28', slug: 'spring', startsAt: '00:30', endsAt: '02:15' };
const said = 'The clocks go forward in that night and leave this time out';

let world: EventsWorld;
beforeEach(async () => {
  world = await eventsWorld(() => clock.now());
});

test.each([
  ['its start, which would end before it starts', { startsAt: '01:30' }, 'value="01:30"'],
  ['its end', { endsAt: '01:45' }, 'value="01:45"'],
])('a new event cannot have a time that spring leaves out as %s; what was entered stays', async (_what, hours, kept) => {
  const visit = await world.visit('POST', '/organise/events', { fields: { ...fields(night), ...hours } });
  expect([visit.status, visit.body.includes(said), visit.body.includes(kept)]).toEqual([422, true, true]);
});

test('over the gap it can last, and is as long as clocks say', async () => {
  const made = await world.visit('POST', '/organise/events', { json: night });
  expect(made.status).toBe(201);
  const { data } = await world.visit('GET', `/organise/events/${String(made.data().eventId)}`, { json: true });
  expect(data()).toMatchObject({ details: { startsAt: '2027-03-28T00:30:00.000Z', endsAt: '2027-03-28T01:15:00.000Z' } });
});

test('nor can one that is edited or made from another', async () => {
  const eventId = await publishedEvent(world, { ...registration, date: '2027-04-10' });
  const edited = await world.visit('POST', `/organise/events/${eventId}`, { json: { ...night, startsAt: '01:30' } });
  const copy = { title: 'Again', date: night.date, startsAt: '01:30', endsAt: '02:15', capacity: '20' };
  const cloned = await world.visit('POST', `/organise/events/${eventId}/copy`, { json: copy });
  for (const { status, body } of [edited, cloned]) expect([status, body.includes(said)]).toEqual([422, true]);
});

const fields = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
