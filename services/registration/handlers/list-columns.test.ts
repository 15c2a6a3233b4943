import { beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/asking.ts';
import { clock, confirmed, expectSound, good, type World, world } from '../testing/attendee.ts';
import { openFrom } from '../testing/open-event.ts';
import { shortQuestion } from '../testing/questions.ts';
import { saveGroup } from '../use-cases/reserve-places.ts';

/** Three places, one kept for speakers, and two people of one name who wait. */
let mine: World;
let list: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  mine = await world({ capacity: 2 });
  list = `/organise/events/${mine.event.eventId}/registrations`;
  await ask(mine, [shortQuestion('que_travel', { label: 'How will you travel?' })], true);
  const by = { organiserId: 'org_sample', now: openFrom };
  await saveGroup(mine.event.eventId, { id: undefined, name: 'Speakers', places: 1, releaseAt: undefined }, by, mine.event.ports);
  const people = [
    { who: 'speaks', name: 'Speaker', group: 'speakers', supporter: true, supporterName: 'Sam Helper' },
    { who: 'holds', name: 'Holder' },
    { who: 'one', name: 'Ada', que_travel: 'By train' },
    { who: 'two', name: 'Ada', que_travel: 'On foot' },
  ];
  for (const { who, ...more } of people) {
    const email = `${who}@example.org`;
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json: { ...good, wantsReport: true, email, ...more } });
    await confirmed(mine, email).catch(() => undefined);
    // Whoever comes later stands further back.
    clock.advance(1000);
    ids[who] = await mine.visitor.identify(email, mine.event.eventId);
  }
});

const get = async (path: string, headers: Record<string, string> = {}) =>
  mine.visitor.visit('GET', path, { ...(await mine.visitor.organiser(['organiser'])), headers });
const rows = (csv: string) => csv.replace('\ufeff', '').trim().split('\r\n');

test('the list shows groups, who comes along, and where in the line people stand', async () => {
  const page = await get(`${list}?columns=group,supporter,position`);
  await expectSound(page, 200, 'Place in the line');
  for (const says of ['Speakers', 'Sam Helper']) expect(page.body).toContain(says);
  const { registrations } = JSON.parse((await get(`${list}?columns=position`, { accept: 'application/json' })).body);
  const places = registrations.map(({ registrationId, position }: Record<string, unknown>) => [registrationId, position]);
  expect(places).toEqual(
    expect.arrayContaining([
      [ids.one, 1],
      [ids.two, 2],
      [ids.holds, undefined],
    ]),
  );
});

test('the list is filtered by group and by who comes along', async () => {
  const found = async (query: string) => {
    const { registrations } = JSON.parse((await get(`${list}?${query}`, { accept: 'application/json' })).body);
    return registrations.map(({ email }: { email: string }) => email.split('@')[0]);
  };
  expect(await found('group=speakers')).toEqual(['speaks']);
  expect((await found('group=-')).sort()).toEqual(['holds', 'one', 'two']);
  expect(await found('supporter=yes')).toEqual(['speaks']);
  expect(await found('supporter=no')).toHaveLength(3);
  await expectSound(await get(`${list}?group=speakers&supporter=yes`), 200, 'Somebody comes along');
});

test('two of one name are told apart in both tables, and the tables can be joined', async () => {
  const people = rows((await get(`${list}.csv?status=waitlisted&columns=position`)).body);
  expect(people).toEqual(['"Name","Registration","Place in the line"', `"Ada","${ids.one}","1"`, `"Ada","${ids.two}","2"`]);
  const answers = rows((await get(`/organise/events/${mine.event.eventId}/answers.csv`)).body);
  expect(answers).toEqual(
    expect.arrayContaining([
      '"Name","Registration","How will you travel?"',
      `"Ada","${ids.one}","By train"`,
      `"Ada","${ids.two}","On foot"`,
    ]),
  );
});
