import type { Role } from '@convener/contracts';
import { formJsonSchema, parseForm } from '@convener/forms';
import { describe, expect, test } from 'vitest';
import { requestForms } from '../api.ts';
import { clock, confirmed, expectSound, good, linkOf, stored, type World, world } from '../testing/attendee.ts';
import { everyone, holdsPlace, placesIn } from '../testing/open-event.ts';
import { keepEvent } from '../use-cases/keep-event.ts';

const addressOf = ({ event }: World) => `/organise/events/${event.eventId}/places`;
const organiser = ({ visitor }: World, roles: readonly Role[] = ['organiser']) => visitor.organiser(roles);

async function save(mine: World, fields: Record<string, string>) {
  return mine.visitor.visit('POST', addressOf(mine), { ...(await organiser(mine)), fields });
}

const speakers = { do: 'group', name: 'Speakers', places: '2', 'release-day': '1', 'release-month': '11', 'release-year': '2024' };

test('programs are told of everything that can be sent: groups, their release, and how long offers stand', () => {
  const { properties } = formJsonSchema(requestForms.savePlaces);
  expect(Object.keys(properties ?? {})).toEqual(['do', 'group', 'name', 'places', 'release', 'quietFrom', 'quietUntil', 'longestHours']);
  expect(JSON.stringify(properties)).toContain('"enum":["group","offers","release"]');
  // Sent without `do` it is a group, and reads as one.
  expect(parseForm(requestForms.savePlaces, { name: '' })).toMatchObject({ errors: [{ field: 'name' }, { field: 'places' }] });
  expect(parseForm(requestForms.savePlaces, { do: 'offers' })).toMatchObject({
    errors: [{ field: 'quietFrom' }, { field: 'quietUntil' }, { field: 'longestHours' }],
  });
  expect(parseForm(requestForms.savePlaces, { do: 'release', group: 'speakers' })).toMatchObject({ kind: 'valid' });
});

describe('the page of places', () => {
  test('keeps places for a group until a day, changes and releases them', async () => {
    const mine = await world({ capacity: 3 });
    await expectSound(await mine.visitor.visit('GET', addressOf(mine), await organiser(mine)), 200, 'No places are kept');
    expect((await save(mine, speakers)).headers.location).toBe(`${addressOf(mine)}?done=group`);
    await expectSound(await mine.visitor.visit('GET', `${addressOf(mine)}?done=group`, await organiser(mine)), 200, '1 November 2024');
    const editing = await mine.visitor.visit('GET', `${addressOf(mine)}?group=speakers`, await organiser(mine));
    await expectSound(editing, 200, 'Release what nobody took now');
    expect(editing.body).toContain('value="Speakers"');
    expect((await save(mine, { ...speakers, group: 'speakers', places: '1' })).status).toBe(303);
    expect(await placesIn(mine.event)).toMatchObject({ setAside: 1, groups: [{ releaseAt: '2024-11-01T00:00:00.000Z' }] });
    expect((await save(mine, { do: 'release', group: 'speakers' })).headers.location).toBe(`${addressOf(mine)}?done=released`);
    expect((await save(mine, { do: 'release', group: 'speakers' })).status).toBe(303);
    expect(await placesIn(mine.event)).toMatchObject({ setAside: 0 });
    await expectSound(await mine.visitor.visit('GET', addressOf(mine), await organiser(mine)), 200, 'For everybody since');
  });

  test('says what cannot be, and keeps what was entered', async () => {
    const mine = await world({ capacity: 3 });
    await expectSound(await save(mine, { ...speakers, do: 'ofers' }), 422, 'what you want to do');
    const all = await save(mine, { group: 'x'.repeat(200) });
    for (const says of ['group that is changed must be 100', 'Enter the name of the group', 'Enter how many places'])
      expect(all.body).toContain(says);
    expect((await placesIn(mine.event)).groups).toEqual([]);
    await expectSound(await save(mine, { ...speakers, places: '4' }), 422, 'Enter 3 or fewer: no more places are free');
    await expectSound(await save(mine, { ...speakers, name: '' }), 422, 'Enter the name of the group');
    await save(mine, speakers);
    const twice = await save(mine, speakers);
    await expectSound(twice, 422, 'there is a group of this one');
    expect(twice.body).toContain('value="2024"');
    await expectSound(
      await save(mine, { do: 'offers', quietFrom: 'late', quietUntil: '9am', longestHours: '0' }),
      422,
      'quiet hours begin',
    );
    expect((await save(mine, { do: 'release', group: 'nobody' })).status).toBe(404);
    expect((await save(mine, { do: 'offers', quietFrom: '10pm', quietUntil: '8am', longestHours: '12' })).status).toBe(303);
    expect((await placesIn(mine.event)).offers).toEqual({ quietFrom: '22:00', quietUntil: '08:00', longestHours: 12 });
  });

  test('shows the line and every place; says so when more are given than there are', async () => {
    const mine = await world({ capacity: 2 });
    for (const who of ['ada', 'ben', 'cy', 'dee']) {
      clock.advance(1000);
      await confirmed(mine, `${who}@example.org`);
    }
    const facts = { ...mine.event.facts, capacity: 1 };
    await keepEvent({ facts, version: 3, at: clock.now().toISOString() }, clock.now(), mine.event.ports);
    const page = await mine.visitor.visit('GET', addressOf(mine), await organiser(mine));
    await expectSound(page, 200, 'More places are given than there are: 2 of 1');
    expect(page.body).toContain('2 people wait');
    expect((await everyone(mine.event)).filter(holdsPlace)).toHaveLength(2);
    const data = await mine.visitor.visit('GET', addressOf(mine), { ...(await organiser(mine)), headers: { accept: 'application/json' } });
    expect(JSON.parse(data.body)).toMatchObject({ capacity: 1, taken: 2, waiting: 2, pools: [{ taken: 2, free: 0, waiting: 2 }] });
  });

  test('is shown to access coordinators, who change nothing, and to nobody else', async () => {
    const mine = await world();
    const shown = await mine.visitor.visit('GET', addressOf(mine), await organiser(mine, ['access-coordinator']));
    await expectSound(shown, 200, 'Places and waiting list');
    expect(shown.body).not.toContain('Keep these places');
    const posted = await mine.visitor.visit('POST', addressOf(mine), {
      ...(await organiser(mine, ['access-coordinator'])),
      fields: speakers,
    });
    expect([posted.status, (await mine.visitor.visit('GET', addressOf(mine), await organiser(mine, ['editor']))).status]).toEqual([
      403, 403,
    ]);
  });
});

describe('moving somebody in the line', () => {
  test('is offered where there is somebody to be moved past', async () => {
    const mine = await world({ capacity: 1 });
    await confirmed(mine);
    clock.advance(1000);
    await confirmed(mine, 'ben@example.org');
    const ben = await stored(mine, 'ben@example.org');
    const registration = `/organise/events/${mine.event.eventId}/registrations/${ben?.registrationId}`;
    const seen = async () => {
      const pages = [addressOf(mine), registration].map(async (at) => mine.visitor.visit('GET', at, await organiser(mine)));
      return (await Promise.all(pages)).map(({ body }) => body.includes(`${registration}/move`));
    };
    expect(await seen()).toEqual([false, false]);
    clock.advance(1000);
    await confirmed(mine, 'cy@example.org');
    expect(await seen()).toEqual([true, true]);
  });

  test('asks where to and why, and nobody but organisers learns the reason', async () => {
    const mine = await world({ capacity: 1 });
    for (const who of ['ada', 'ben', 'cy']) {
      clock.advance(1000);
      await confirmed(mine, `${who}@example.org`);
    }
    const cy = await stored(mine, 'cy@example.org');
    const address = `/organise/events/${mine.event.eventId}/registrations/${cy?.registrationId}/move`;
    const asking = { ...(await organiser(mine)) };
    await expectSound(await mine.visitor.visit('GET', address, asking), 200, 'Number 2 of 2 in the line.');
    const wrong = await mine.visitor.visit('POST', address, { ...asking, fields: { to: 'first', reason: '' } });
    await expectSound(wrong, 422, 'Enter why');
    const reason = 'Comes from Shetland.';
    const moved = await mine.visitor.visit('POST', address, { ...asking, fields: { to: '1', reason } });
    expect(moved.headers.location).toBe(`${addressOf(mine)}?done=moved`);
    await expectSound(await mine.visitor.visit('GET', address, asking), 200, reason);
    await expectSound(await mine.visitor.visit('GET', `${addressOf(mine)}?done=moved`, asking), 200, 'The line is as you said');
    const place = await mine.visitor.visit('POST', await linkOf(mine, 'manage', 'cy@example.org'));
    const cookies = { cookies: place.cookies.map((cookie) => cookie.split(';')[0] ?? '') };
    const own = await mine.visitor.visit('GET', '/my-place', cookies);
    await expectSound(own, 200, 'You are next');
    expect(own.body).not.toContain('Shetland');
    const ada = await stored(mine);
    const notWaiting = await mine.visitor.visit('POST', address.replace(cy?.registrationId ?? '', ada?.registrationId ?? ''), {
      ...asking,
      fields: { to: '1', reason },
    });
    expect(notWaiting.status).toBe(409);
  });
});

describe('the form of an event that keeps places', () => {
  test('asks for the group, keeps what was chosen, and gives its place', async () => {
    const mine = await world({ capacity: 3 });
    const form = `/events/${mine.event.slug}/register`;
    expect((await mine.visitor.visit('GET', form)).body).not.toContain('name="group"');
    await save(mine, speakers);
    await expectSound(await mine.visitor.visit('GET', form), 200, 'Some places are kept');
    const wrong = await mine.visitor.visit('POST', form, { fields: { ...good, name: '', group: 'speakers' } });
    expect(wrong.body).toMatch(/value="speakers" checked/);
    await mine.visitor.visit('POST', form, { fields: { ...good, group: 'speakers' } });
    expect((await stored(mine))?.state).toMatchObject({ kind: 'pending', holds: 'place', pool: 'speakers' });
    await mine.visitor.visit('POST', form, { fields: { ...good, email: 'ben@example.org', group: 'none' } });
    expect((await stored(mine, 'ben@example.org'))?.group).toBeUndefined();
    const shown = await mine.visitor.visit('GET', form, { headers: { accept: 'application/json' } });
    expect(JSON.parse(shown.body)).toMatchObject({ groups: [{ id: 'speakers', name: 'Speakers' }] });
  });
});
