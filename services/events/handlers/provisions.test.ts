import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { type EventsWorld, eventsWorld, publishedEvent } from '../testing/visitor.ts';

const clock = clockAt('2026-01-10T12:00:00Z');
let world: EventsWorld;
let page: string;
beforeEach(async () => {
  clock.set('2026-01-10T12:00:00Z');
  world = await eventsWorld(() => clock.now());
  page = `/organise/events/${await publishedEvent(world)}/provisions`;
});

const publicPage = async () => (await world.visit('GET', '/events/a-sample-event')).body;
const interpreters = { 'bsl-interpretation-people': '2', 'bsl-interpretation-by': 'Sample Interpreting' };
const knownBy = {
  'bsl-interpretation-knownBy-day': '3',
  'bsl-interpretation-knownBy-month': '2',
  'bsl-interpretation-knownBy-year': '2026',
};

describe('what an event provides', () => {
  test('is said with who does it, how many they are, and by when people will know', async () => {
    const fields = { kinds: ['bsl-interpretation', 'regular-breaks'], ...interpreters, ...knownBy };
    expect((await world.visit('POST', page, { fields })).status).toBe(303);
    const seen = await publicPage();
    expect(seen).toContain('What is already provided');
    expect(seen).toContain('British Sign Language interpretation (2 interpreters, Sample Interpreting)');
    expect(seen).toContain('We are arranging this and will know by 3 February 2026.');
    expect(seen).toContain('<li>Regular breaks</li>');
    expect(await htmlProblems(seen)).toEqual([]);
    const form = await world.visit('GET', page);
    expect(form.body).toMatch(/name="bsl-interpretation-knownBy-day" value="0?3"/);
    expect(await htmlProblems(form.body)).toEqual([]);
  });

  test('is no heading over nothing: where nothing is provided for everybody, what is asked is said', async () => {
    await world.visit('POST', page, { json: { provisions: [] } });
    const seen = await publicPage();
    expect(seen).not.toMatch(/already provided|Something else/);
    expect(seen).toContain('After you register we ask what would help you take part');
    expect(await htmlProblems(seen)).toEqual([]);
  });

  test('promises no day that has passed, and after the event tells what was there alone', async () => {
    await world.visit('POST', page, { fields: { kinds: ['bsl-interpretation', 'regular-breaks'], ...knownBy } });
    clock.set('2026-02-05T12:00:00Z');
    expect(await publicPage()).toContain('We are still arranging this.');
    clock.set('2026-02-11T12:00:00Z');
    const seen = await publicPage();
    expect(seen).toContain('What was provided for everybody');
    expect(seen).not.toContain('British Sign Language');
  });

  test('is what programs send, as before and with what is new', async () => {
    const provisions = [
      { kind: 'live-captions', detail: 'By a captioner' },
      { kind: 'bsl-interpretation', detail: '', people: 2, by: 'Sample Interpreting', knownBy: '2026-02-03' },
    ];
    expect((await world.visit('POST', page, { json: { provisions } })).status).toBe(200);
    expect((await world.visit('GET', page, { json: {} })).data()).toEqual({ provisions, version: expect.any(Number) });
  });

  test('is put right before it is saved, with what was entered', async () => {
    const late = { kinds: ['parking', 'other'], 'parking-knownBy-day': '1', 'parking-knownBy-month': '3', 'parking-knownBy-year': '2026' };
    const seen = await world.visit('POST', page, { fields: late });
    expect(seen.status).toBe(422);
    expect(seen.body).toContain('Say what it is');
    expect(seen.body).toMatch(/10 February 2026 or earlier|on or before 10 February 2026|10 February 2026/);
    expect(await htmlProblems(seen.body)).toEqual([]);
  });

  test('was entered for something that was unticked again: it is no mistake', async () => {
    expect((await world.visit('POST', page, { fields: { kinds: [], 'parking-detail': 'x'.repeat(400) } })).status).toBe(303);
  });
});

describe('what the network usually provides', () => {
  const usual = '/organise/provisions';
  const set = {
    provisions: [
      { kind: 'bsl-interpretation', detail: '', people: 2 },
      { kind: 'regular-breaks', detail: '' },
    ],
  };

  test('is written once, and copied into an event by a press of a button, next to what it has', async () => {
    const empty = await world.visit('GET', usual);
    expect(await htmlProblems(empty.body)).toEqual([]);
    expect((await world.visit('GET', page)).body).toContain('You have not said yet');
    await world.visit('POST', usual, { json: set });
    await world.visit('POST', page, { json: { provisions: [{ kind: 'regular-breaks', detail: 'Ten minutes each hour' }] } });
    const offered = await world.visit('GET', page);
    expect(offered.body).toContain('Add what we usually provide');
    expect(await htmlProblems(offered.body)).toEqual([]);
    expect((await world.visit('POST', page, { fields: { action: 'use-usual' } })).status).toBe(303);
    expect((await world.visit('GET', page, { json: {} })).data()).toMatchObject({
      provisions: [
        { kind: 'bsl-interpretation', detail: '', people: 2, knownBy: '2026-01-27' },
        { kind: 'regular-breaks', detail: 'Ten minutes each hour' },
      ],
    });
    expect((await world.visit('GET', page)).body).not.toContain('Add what we usually provide');
  });

  test('changes no event that took it over', async () => {
    await world.visit('POST', usual, { json: set });
    await world.visit('POST', page, { fields: { action: 'use-usual' } });
    const before = await publicPage();
    await world.visit('POST', usual, { json: { provisions: [] } });
    expect(await publicPage()).toBe(before);
  });

  test('is not overwritten unseen', async () => {
    const posted = { kinds: ['parking'], version: '0' };
    expect((await world.visit('POST', usual, { fields: posted })).status).toBe(303);
    const second = await world.visit('POST', usual, { fields: { kinds: ['hearing-loop'], version: '0' } });
    expect(second.status).toBe(422);
    expect(second.body).toContain('Somebody else changed');
  });
});
