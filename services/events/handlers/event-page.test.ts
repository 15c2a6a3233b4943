import type { Role } from '@convener/contracts';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { type EventsWorld, eventsWorld, publishedEvent, sampleDetails } from '../testing/visitor.ts';

const clock = clockAt('2026-01-10T12:00:00Z');
let world: EventsWorld;
let base: string;
beforeEach(async () => {
  clock.set('2026-01-10T12:00:00Z');
  world = await eventsWorld(() => clock.now());
  base = `/organise/events/${await publishedEvent(world)}`;
});

const shown = (at: string) => {
  clock.set(at);
  return world.visit('GET', '/events/a-sample-event');
};
const keptFor = (headers: Readonly<Record<string, string>>) => Number(/s-maxage=(\d+)/.exec(headers['cache-control'] ?? '')?.[1]);

describe('the page of an event', () => {
  test.each([
    ['2025-12-20T12:00:00Z', 'Registration opens on'],
    ['2026-01-10T12:00:00Z', 'There are 60 places. If they are all taken, you can join the waiting list: whoever has waited longest'],
    ['2026-02-09T18:00:00Z', 'Registration is closed.'],
    ['2026-02-11T12:00:00Z', 'This event is over.'],
  ])('at %s says: %s', async (at, says) => {
    const seen = await shown(at);
    expect(seen.body).toContain(says);
    expect(seen.body.includes('/register"')).toBe(says.startsWith('There are'));
    expect(await htmlProblems(seen.body)).toEqual([]);
  });

  test('is kept at the edge until the moment at which it would be wrong, and not longer', async () => {
    expect(keptFor((await shown('2026-02-09T12:00:00Z')).headers)).toBe(30);
    expect(keptFor((await shown('2026-02-09T16:59:48Z')).headers)).toBe(12);
    expect(keptFor((await shown('2026-02-09T17:00:00Z')).headers)).toBe(30);
    expect(keptFor((await shown('2026-02-10T12:29:59.500Z')).headers)).toBe(0);
  });

  test('says when its time was moved, to people and to search engines', async () => {
    await world.visit('POST', base, { json: { ...sampleDetails, date: '2026-02-17' } });
    const seen = await world.visit('GET', '/events/a-sample-event');
    expect(seen.body).toContain('The time of this event has changed. It was to be on Tuesday');
    expect(seen.body).toMatch(/EventRescheduled[\s\S]*previousStartDate":"2026-02-10T10:00:00.000Z/);
    expect(await htmlProblems(seen.body)).toEqual([]);
  });

  test('names the zone of its times where people take part from elsewhere, on the list too, and not where all are in one place', async () => {
    const seen = await world.visit('GET', '/events/a-sample-event');
    expect(seen.body).toContain('Tuesday, 10 February 2026, 10am to 12:30pm, UK time');
    expect(seen.body).toContain('Monday, 9 February 2026, 5pm, UK time');
    expect((await world.visit('GET', '/events')).body).toContain('10am to 12:30pm, UK time. Online');
    await world.visit('POST', base, { json: { ...sampleDetails, mode: 'in-person', place: 'Village hall', joiningLink: '' } });
    const there = await world.visit('GET', '/events/a-sample-event');
    expect(there.body).toContain('10am to 12:30pm');
    expect(there.body).not.toContain('UK time');
  });

  test('says when it was called off, and offers nothing', async () => {
    await world.visit('POST', `${base}/cancel`, { fields: {} });
    const seen = await world.visit('GET', '/events/a-sample-event');
    expect(seen.body).toMatch(/EventCancelled[\s\S]*has been cancelled/);
    expect(seen.body).not.toContain('/register"');
  });
});

describe('before everybody is written to', () => {
  test('the page that asks says what will happen', async () => {
    const seen = await world.visit('GET', `${base}/cancel`);
    expect(seen.body).toMatch(/A sample event[\s\S]*10 February 2026[\s\S]*Everybody who has a place or waits/);
    expect(await htmlProblems(seen.body)).toEqual([]);
    expect((await world.store.find(base.slice('/organise/events/'.length)))?.event.state.kind).toBe('published');
  });

  test('the form of an event that people know of says so, and that of a draft does not', async () => {
    expect((await world.visit('GET', `${base}/edit`)).body).toContain('their calendars are updated');
    const draft = await world.visit('POST', '/organise/events', { json: { ...sampleDetails, slug: 'a-draft' } });
    const form = await world.visit('GET', `/organise/events/${draft.data().eventId}/edit`);
    expect(form.body).not.toContain('their calendars are updated');
  });
});

test('the console offers what belongs to all events, and a new event from this one', async () => {
  const list = await world.visit('GET', '/organise/events');
  expect(list.body).toMatch(/href="\/organise\/provisions"[\s\S]*href="\/organise\/statements"/);
  expect(await htmlProblems(list.body)).toEqual([]);
  expect((await world.visit('GET', base)).body).toContain(`${base}/copy`);
  expect((await world.visit('GET', base, { roles: ['editor'] })).body).not.toContain(`${base}/copy`);
});

describe('the overview', () => {
  test('leads to what is prepared by other services, by role', async () => {
    const seen = await world.visit('GET', base);
    for (const path of ['questions', 'places', 'letters', 'registrations/participants', 'access/asking', 'attendance']) {
      expect(seen.body).toContain(`<a href="${base}/${path}">`);
    }
    expect(await htmlProblems(seen.body)).toEqual([]);
    const coordinator = await world.visit('GET', base, { roles: ['access-coordinator'] });
    expect(coordinator.body).toContain(`<a href="${base}/places">`);
    expect(coordinator.body).not.toContain(`${base}/questions`);
    expect((await world.visit('GET', base, { roles: ['editor'] })).body).not.toContain('Prepare');
  });

  test('of a draft leads to its questions, and says what waits until it is published', async () => {
    const draft = await world.visit('POST', '/organise/events', { json: { ...sampleDetails, slug: 'a-draft' } });
    const at = `/organise/events/${draft.data().eventId}`;
    const seen = await world.visit('GET', at);
    expect(seen.body).toContain(`<a href="${at}/questions">`);
    expect(seen.body).toContain('Once it is published you can also set up: places and waiting list, letters,');
    expect(seen.body).not.toContain(`<a href="${at}/places">`);
    expect(await htmlProblems(seen.body)).toEqual([]);
  });

  test('states facts by names of their own, not by the labels of a form', async () => {
    await world.visit('POST', base, { json: { ...sampleDetails, question: '', joiningLink: '' } });
    const seen = await world.visit('GET', base);
    expect(seen.body).toMatch(/Breakout question<\/dt>\s*<dd[^>]*>None\./);
    expect(seen.body).not.toContain('(optional)');
  });

  test('and the list offer a new event to those alone who may make one', async () => {
    const list = (role: Role) => world.visit('GET', '/organise/events', { roles: [role] });
    expect((await list('organiser')).body).toContain('/organise/events/new');
    expect((await list('access-coordinator')).body).not.toContain('/organise/events/new');
    expect((await list('access-coordinator')).body).toContain('/organise/provisions');
    expect((await list('editor')).body).not.toContain('/organise/provisions');
  });
});
