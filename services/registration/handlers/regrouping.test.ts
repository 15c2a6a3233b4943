import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { type OpenEvent, openFrom, placesIn } from '../testing/open-event.ts';
import { clock, type Desk, deskOf } from '../testing/organiser-desk.ts';
import { saveGroup } from '../use-cases/reserve-places.ts';

let desk: Desk;
let event: OpenEvent;

beforeEach(async () => {
  desk = await deskOf();
  event = desk.event;
});

describe('another group', () => {
  const by = { organiserId: 'org_sample', now: openFrom };
  const keep = (name: string, places: number) =>
    saveGroup(event.eventId, { id: undefined, name, places, releaseAt: undefined }, by, event.ports);
  const groupOf = async (id: string) => (await placesIn(event)).groups.find((group) => group.id === id);

  test('takes one of its places and frees the one for everybody, which goes to whoever waits', async () => {
    await keep('Speakers', 1);
    const ada = await desk.enter('ada');
    await desk.enter('ben');
    const cy = await desk.enter('cy');
    expect((await desk.storedAt(cy)).state.kind).toBe('waitlisted');
    expect((await desk.formOf(ada)).body).toContain('Speakers');
    await desk.correct(ada, { group: 'speakers' });
    expect(await desk.storedAt(ada)).toMatchObject({ group: 'speakers', state: { kind: 'confirmed', pool: 'speakers' } });
    expect((await desk.visitor.visit('GET', ada, desk.organiser)).body).toMatch(/Group<\/dt><dd[^>]*>Speakers/);
    expect((await desk.storedAt(cy)).state.kind).toBe('offered');
    expect(await placesIn(event)).toMatchObject({ taken: 3, setAside: 0, waiting: 0 });
  });

  test('without a free place of it changes what they are called, and the place stays as it is', async () => {
    await keep('Speakers', 1);
    await desk.enter('sam', { group: 'speakers' });
    const ada = await desk.enter('ada');
    await desk.correct(ada, { group: 'speakers' });
    expect(await desk.storedAt(ada)).toMatchObject({ group: 'speakers', state: { kind: 'confirmed' } });
    expect('pool' in (await desk.storedAt(ada)).state).toBe(false);
    expect(await placesIn(event)).toMatchObject({ taken: 2, setAside: 0 });
    await desk.correct(ada, { group: '-' });
    expect((await desk.storedAt(ada)).group).toBeUndefined();
  });

  test('is refused where their place is the group’s and no other is free; everything stays, and it is said why', async () => {
    await keep('Speakers', 1);
    const sam = await desk.enter('sam', { group: 'speakers' });
    await desk.enter('ada');
    await desk.enter('ben');
    const refused = await desk.correct(sam, { name: 'Kept', group: '-' });
    expect([refused.status, await htmlProblems(refused.body)]).toEqual([422, []]);
    expect(refused.body).toContain('They hold a place that is kept for Speakers, and no other is free that nobody waits for.');
    expect(refused.body).toContain('value="Kept"');
    expect(await desk.storedAt(sam)).toMatchObject({ group: 'speakers', details: { name: 'sam' }, state: { pool: 'speakers' } });
    expect(await placesIn(event)).toMatchObject({ taken: 3, setAside: 0 });
  });

  test('into none takes a place for everybody, and the group has its own back', async () => {
    await keep('Speakers', 1);
    const sam = await desk.enter('sam', { group: 'speakers' });
    await desk.correct(sam, { group: '-' });
    expect(await desk.storedAt(sam)).toMatchObject({ state: { kind: 'confirmed' } });
    expect(await placesIn(event)).toMatchObject({ taken: 1, setAside: 1 });
    expect(await groupOf('speakers')).toMatchObject({ taken: 0 });
  });

  test('from one group to another moves one counter down and one up', async () => {
    await keep('Speakers', 1);
    await keep('Carers', 1);
    const sam = await desk.enter('sam', { group: 'speakers' });
    await desk.correct(sam, { group: 'carers' });
    expect([(await groupOf('speakers'))?.taken, (await groupOf('carers'))?.taken]).toEqual([0, 1]);
    expect(await placesIn(event)).toMatchObject({ taken: 1, setAside: 1 });
  });

  test('of somebody who waits: they keep their place in the line, and are offered their new group’s place if one is free', async () => {
    await keep('Speakers', 1);
    for (const who of ['ada', 'ben']) await desk.enter(who);
    const cy = await desk.enter('cy');
    clock.advance(1000);
    const dee = await desk.enter('dee');
    await desk.correct(dee, { group: 'speakers' });
    expect([(await desk.storedAt(cy)).state.kind, (await desk.storedAt(dee)).state]).toMatchObject([
      'waitlisted',
      { kind: 'offered', pool: 'speakers' },
    ]);
    await desk.correct(cy, { group: 'speakers' });
    expect(await groupOf('speakers')).toMatchObject({ taken: 1, waiting: 1 });
    await desk.correct(cy, { group: '-' });
    expect(await groupOf('speakers')).toMatchObject({ taken: 1, waiting: 0 });
    expect(await placesIn(event)).toMatchObject({ taken: 3, waiting: 1 });
    expect(await event.ports.line.all(event.eventId)).toMatchObject([{ group: undefined }]);
  });

  test('that the event does not have is not taken', async () => {
    await keep('Speakers', 1);
    const ada = await desk.enter('ada');
    expect((await desk.correct(ada, { group: '__proto__' })).status).toBe(422);
    expect((await desk.storedAt(ada)).group).toBeUndefined();
  });

  test('two at once for the last place of a group: one has it, the other keeps the place they had, and none is given twice', async () => {
    await keep('Speakers', 1);
    const [ada, ben] = [await desk.enter('ada'), await desk.enter('ben')];
    await Promise.all([desk.correct(ada, { group: 'speakers' }), desk.correct(ben, { group: 'speakers' })]);
    const pools = [await desk.storedAt(ada), await desk.storedAt(ben)].map(({ state }) => ('pool' in state ? state.pool : undefined));
    expect(pools.filter((pool) => pool === 'speakers')).toHaveLength(1);
    expect(await placesIn(event)).toMatchObject({ taken: 2, setAside: 0 });
  });
});

describe('what happened, line by line', () => {
  test('tells offers, answers and moves, with who did it', async () => {
    const ada = await desk.enter('ada');
    for (const who of ['ben', 'eve']) await desk.enter(who);
    const cy = await desk.enter('cy');
    clock.advance(1000);
    const dee = await desk.enter('dee');
    const later = (seconds: number) => clock.advance(seconds * 1000);
    later(60);
    await desk.visitor.visit('POST', `${dee}/move`, { ...desk.organiser, fields: { to: '1', reason: 'Comes from far away.' } });
    later(60);
    await desk.visitor.visit('POST', `${ada}/cancel`, desk.organiser);
    later(60);
    await desk.visitor.visit('POST', `${dee}/offer`, { ...desk.organiser, fields: { answer: 'decline' } });
    later(60);
    await desk.visitor.visit('POST', `${cy}/offer`, { ...desk.organiser, fields: { answer: 'take' } });
    const lines = async (path: string) => {
      const page = await desk.visitor.visit('GET', path, desk.organiser);
      expect([page.status, await htmlProblems(page.body)]).toEqual([200, []]);
      return [...page.body.matchAll(/<tr>.*?<td[^>]*>([^<]*)<\/td><\/tr>/gs)].map(([, what]) => what);
    };
    expect(await lines(dee)).toEqual([
      'Registered for them, as they asked by phone',
      'An organiser put them on the waiting list',
      'An organiser moved them from 2 to 1 in the line: Comes from far away.',
      'A place became free and was offered to them',
      'An organiser said no to the place for them, as they said',
    ]);
    expect(await lines(cy)).toEqual([
      'Registered for them, as they asked by phone',
      'An organiser put them on the waiting list',
      'A place became free and was offered to them',
      'An organiser took the place for them, as they said',
    ]);
  });
});
