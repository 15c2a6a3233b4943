import { clockAt } from '@convener/testing';
import { beforeEach, expect, test } from 'vitest';
import { bytesTold, mostBytesTold } from '../domain/event.ts';
import { sampleEvent } from '../testing/sample-event.ts';
import { type EventsWorld, eventsWorld, publishedEvent, sampleDetails } from '../testing/visitor.ts';

/** R20: what would make a domain event of more than 16 KB is refused with a sentence, and what was entered comes back. */
const clock = clockAt('2026-01-10T12:00:00Z');
const tooMuch = 'All that is said of this event together is too long.';
let world: EventsWorld;
beforeEach(async () => {
  world = await eventsWorld(() => clock.now());
});

test('a description that alone would be too much, of a new event', async () => {
  const fields = { ...sampleDetails, slug: 'another', description: '🎉'.repeat(9000) };
  const visit = await world.visit('POST', '/organise/events', { json: fields });
  expect(visit.status).toBe(422);
  expect(visit.body).toContain(tooMuch);
  const plain = { ...fields, description: 'a'.repeat(10_000) };
  expect((await world.visit('POST', '/organise/events', { json: plain })).status).toBe(201);
});

test('one speaker and one link too many, with what was there before left as it was', async () => {
  const base = `/organise/events/${await publishedEvent(world)}`;
  const speaker = { name: 'x'.repeat(120), role: 'x'.repeat(160), organisation: 'y'.repeat(160) };
  const add = () => world.visit('POST', `${base}/speakers`, { fields: speaker });
  let [added, last] = [0, await add()];
  for (; last.status === 303 && added < 60; last = await add()) added += 1;
  expect(added).toBeGreaterThan(20);
  expect([last.status, last.body.includes(tooMuch), last.body.includes(`value="${speaker.name}"`)]).toEqual([422, true, true]);
  const link = { label: 'More', url: `https://example.org/${'x'.repeat(1900)}` };
  const refused = await world.visit('POST', `${base}/links`, { fields: link });
  expect([refused.status, refused.body.includes(link.url)]).toEqual([422, true]);
  const { body } = await world.visit('GET', `${base}/speakers`);
  expect(body.split(`, ${speaker.organisation}`).length - 1).toBe(added);
});

test('what is counted is what is told: without the limit it would be more than a domain event holds', () => {
  const { details } = sampleEvent();
  const long = sampleEvent({ details: { ...details, description: '🎉'.repeat(9000) } });
  expect(bytesTold(long)).toBeGreaterThan(16 * 1024);
  expect(bytesTold(sampleEvent())).toBeLessThan(mostBytesTold);
});
