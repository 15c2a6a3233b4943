import { fromItem, getItem } from '@convener/dynamodb';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { type EventsWorld, eventsWorld, publishedEvent } from '../testing/visitor.ts';

const clock = clockAt('2026-01-10T12:00:00Z');
let world: EventsWorld;
let from: string;
beforeEach(async () => {
  world = await eventsWorld(() => clock.now());
  from = await publishedEvent(world);
  const base = `/organise/events/${from}`;
  await world.visit('POST', `${base}/speakers`, { json: { name: 'Sample Speaker', role: 'Lead' } });
  await world.visit('POST', `${base}/links`, { json: { label: 'About', url: 'https://example.org/about' } });
  await world.visit('POST', `${base}/provisions`, { json: { provisions: [{ kind: 'live-captions', detail: 'All day' }] } });
});

const copy = () => `/organise/events/${from}/copy`;
const wish = { title: 'A sample event', date: '2026-06-09', startsAt: '10:00', endsAt: '12:00', capacity: 40 };

async function cloned(more: object): Promise<string> {
  const made = await world.visit('POST', copy(), { json: { ...wish, ...more } });
  expect(made.status, made.body).toBe(201);
  return String(made.data().eventId);
}

describe('a new event from an earlier one', () => {
  test('is suggested in full: the same title, weekday and times, everything ticked', async () => {
    const seen = await world.visit('GET', copy());
    expect(seen.body).toContain('value="A sample event"');
    expect(seen.body).toMatch(/name="date-day" value="24"[\s\S]*name="date-month" value="0?2"/);
    expect(seen.body.match(/name="copies"[^>]*checked/g)?.length).toBeGreaterThanOrEqual(5);
    expect(await htmlProblems(seen.body)).toEqual([]);
  });

  test('is a draft at an address of its own, and tells others what to take over', async () => {
    const eventId = await cloned({ copies: ['speakers', 'provisions', 'registration-questions'] });
    const loaded = await world.store.find(eventId);
    expect(loaded?.event).toMatchObject({
      state: { kind: 'draft' },
      details: { slug: 'a-sample-event-2026-06', question: '', joiningLink: '', joiningInstructions: '' },
      speakers: [{ name: 'Sample Speaker' }],
      links: [],
      provisions: [{ kind: 'live-captions', detail: 'All day', knownBy: '2026-05-26' }],
    });
    expect(await world.store.findPublic('a-sample-event')).toMatchObject({ id: from });
    const item = fromItem((await getItem(world.table, { pk: `EVENT#${eventId}`, sk: 'EVENT' })) ?? {});
    expect(item.envelopes).toMatchObject([
      { type: 'event.created.v1' },
      {
        type: 'event.cloned.v1',
        data: { eventId, fromEventId: from, copies: ['speakers', 'provisions', 'registration-questions'] },
        actor: { kind: 'organiser' },
      },
    ]);
  });

  test('of which there are two in a month has its day in the address; one that was asked for is refused with what was entered', async () => {
    await cloned({ copies: [] });
    const second = await world.store.find(await cloned({ copies: [] }));
    expect(second?.event.details.slug).toBe('a-sample-event-2026-06-09');
    const refused = await world.visit('POST', copy(), {
      fields: { ...asPosted, slug: 'a-sample-event', title: 'Another', copies: ['links'] },
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(/Another event has this address[\s\S]*value="Another"/);
    expect(refused.body.match(/name="copies"[^>]*checked/g)).toHaveLength(1);
    expect(await htmlProblems(refused.body)).toEqual([]);
  });

  test('asks for what is missing, and keeps the rest', async () => {
    const seen = await world.visit('POST', copy(), { fields: { ...asPosted, title: '', endsAt: '09:00' } });
    expect(seen.status).toBe(422);
    expect(seen.body).toContain('Enter a title');
    expect(await htmlProblems(seen.body)).toEqual([]);
  });

  test('cannot be made of an event that there is not', async () => {
    expect((await world.visit('GET', '/organise/events/evt_none/copy')).status).toBe(404);
    expect((await world.visit('POST', '/organise/events/evt_none/copy', { json: wish })).status).toBe(404);
  });
});

const asPosted = {
  title: 'A sample event',
  slug: '',
  'date-day': '9',
  'date-month': '6',
  'date-year': '2026',
  startsAt: '10:00',
  endsAt: '12:00',
  capacity: '40',
};
