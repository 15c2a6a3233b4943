import { faultyEndpoint, startEngine } from '@convener/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../testing/asking.ts';
import { clock, confirmed, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { placesIn } from '../testing/open-event.ts';
import { visitorOf } from '../testing/visitor.ts';

let one: World;
beforeAll(async () => {
  one = await world({ capacity: 30 });
});

describe('the form', () => {
  test('asks for an address and a name to be called by, and carries a hidden id of its own', async () => {
    const page = await one.visitor.visit('GET', `/events/${one.event.slug}/register`);
    await expectSound(page, 200, 'What should we call you?');
    const again = await one.visitor.visit('GET', `/events/${one.event.slug}/register`);
    const attempt = /name="attempt" value="([^"]+)"/;
    expect(attempt.exec(page.body)?.[1]).not.toBe(attempt.exec(again.body)?.[1]);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('asks nobody for more than an address and a name: what is left open is a no, and nothing is ticked beforehand', async () => {
    const mine = await world();
    await ask(mine, [], true);
    const path = `/events/${mine.event.slug}/register`;
    expect((await mine.visitor.visit('GET', path)).body).not.toMatch(/ checked/);
    const [email, other] = ['least@example.org', 'program@example.org'];
    expect((await mine.visitor.visit('POST', path, { fields: { email, name: 'Ada' } })).status).toBe(303);
    expect((await mine.visitor.visit('POST', path, { json: { email: other, name: 'Ada' } })).status).toBe(202);
    for (const who of [email, other]) {
      const details = (await stored(mine, who))?.details;
      expect([details?.wantsReport, details?.supporter]).toEqual([false, undefined]);
    }
  });

  test('a group that the event does not have is told of, and nobody is registered', async () => {
    const mine = await world();
    const path = `/events/${mine.event.slug}/register`;
    await expectSound(
      await mine.visitor.visit('POST', path, { fields: { ...good, group: 'nope' } }),
      422,
      'Choose the group that you belong to',
    );
    const program = await mine.visitor.visit('POST', path, { json: { ...good, wantsReport: true, group: 'nope' } });
    expect([program.status, JSON.parse(program.body).errors]).toMatchObject([422, [{ field: 'group' }]]);
    expect(await stored(mine)).toBeUndefined();
    expect((await mine.visitor.visit('POST', path, { json: { ...good, wantsReport: true, group: 'none' } })).status).toBe(202);
  });

  test('says what is wrong three times over, and keeps what was typed', async () => {
    const page = await one.visitor.visit('POST', `/events/${one.event.slug}/register`, {
      fields: { email: 'nonsense', organisation: 'Kept <b>' },
    });
    await expectSound(page, 422, '<title>Error: ');
    expect(page.body).toContain('href="#email"');
    expect(page.body).toContain('Enter what we should call you');
    expect(page.body).toContain('value="nonsense"');
    expect(page.body).toContain('Kept &lt;b>');
  });

  test('the same form with other answers comes back with a sentence and a new id; sent again it goes through', async () => {
    const mine = await world();
    const path = `/events/${mine.event.slug}/register`;
    const attempt = 'attempt-0000-0000-0001';
    expect((await mine.visitor.visit('POST', path, { fields: { ...good, attempt } })).status).toBe(303);
    const again = await mine.visitor.visit('POST', path, { fields: { ...good, attempt, email: 'bea@example.org' } });
    await expectSound(again, 422, 'You have sent this form before');
    expect(again.body).toContain('value="bea@example.org"');
    const fresh = /name="attempt" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    expect(fresh).not.toBe(attempt);
    expect((await mine.visitor.visit('POST', path, { fields: { ...good, attempt: fresh, email: 'bea@example.org' } })).status).toBe(303);
    expect(await placesIn(mine.event)).toMatchObject({ taken: 2 });
  });

  test('programs send JSON and get JSON, by the same rules', async () => {
    const mine = await world();
    const path = `/events/${mine.event.slug}/register`;
    const accepted = await mine.visitor.visit('POST', path, { json: { ...good, wantsReport: true } });
    expect([accepted.status, JSON.parse(accepted.body)]).toEqual([202, { status: 'check-your-email' }]);
    const refused = await mine.visitor.visit('POST', path, { json: { email: 'x' } });
    expect([refused.status, refused.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(JSON.parse(refused.body).errors.map((each: { field: string }) => each.field)).toEqual(['email', 'name']);
  });

  test.each([
    ['2024-09-01T00:00:00Z', 'Registration is not open yet'],
    ['2024-11-19T18:00:00Z', 'Registration is closed'],
    ['2024-12-01T00:00:00Z', 'This event is over'],
  ])('at %s says: %s', async (at, says) => {
    const mine = await world();
    clock.set(at);
    await expectSound(await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`), 200, says);
    const late = await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: { ...good, organisation: 'Kept <b>' } });
    await expectSound(late, 409, says);
    for (const entered of [good.email, good.name, 'Kept &lt;b>', good.comingAs]) expect(late.body).toContain(entered);
    expect((await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json: { ...good, wantsReport: true } })).status).toBe(
      409,
    );
    expect(await stored(mine)).toBeUndefined();
  });

  test('when full says so, and offers the line', async () => {
    const mine = await world({ capacity: 1 });
    await confirmed(mine, 'first@example.org');
    await expectSound(await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`), 200, 'whoever has waited longest');
    const page = await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`);
    expect(page.body).toMatch(/<button[^>]*>Join the waiting list</);
    expect(page.body).toContain('All places are taken at the moment: you can join the waiting list');
    expect((await one.visitor.visit('GET', `/events/${one.event.slug}/register`)).body).not.toContain('waiting list');
    const cookies = await confirmed(mine, 'second@example.org');
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'You are next');
  });

  test('an old address of the event leads on to the present one', async () => {
    const mine = await world();
    const { keepFacts } = mine.event.ports.events;
    await keepFacts({ ...mine.event.facts, slug: 'a-new-address' }, 3, '2024-10-05T08:00:00.000Z');
    const moved = await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`);
    expect([moved.status, moved.headers.location]).toEqual([303, '/events/a-new-address/register']);
  });

  test('an event that nobody knows is not found', async () => {
    expect((await one.visitor.visit('GET', '/events/nothing/register')).status).toBe(404);
    expect((await one.visitor.visit('POST', '/events/nothing/register', { fields: good })).status).toBe(404);
  });
});

describe('registering tells nobody who is registered (S07)', () => {
  test('known and unknown addresses get the same status, headers, cookies and body, for the form and for the link', async () => {
    const mine = await world({ capacity: 30 });
    await confirmed(mine);
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: { ...good, email: 'pending@example.org' } });
    const answers = new Set<string>();
    const links = new Set<string>();
    for (const email of ['ada@example.org', 'pending@example.org', 'unknown@example.org', 'ADA@example.org', 'other@example.org']) {
      for (const json of [undefined, { ...good, email, wantsReport: true }]) {
        const sent = json ? { json } : { fields: { ...good, email } };
        answers.add(JSON.stringify([json === undefined, await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, sent)]));
      }
      links.add(JSON.stringify(await mine.visitor.visit('POST', '/registrations/resend', { fields: { email } })));
    }
    expect(answers.size).toBe(2);
    expect(links.size).toBe(1);
    await expectSound(await mine.visitor.visit('GET', `/registrations/sent?event=${mine.event.slug}`), 200, 'Check your email');
    await expectSound(await mine.visitor.visit('GET', '/registrations/resend?sent=yes'), 200, 'Check your email');
    await expectSound(await mine.visitor.visit('GET', '/registrations/resend'), 200, 'Have your link sent again');
    await expectSound(
      await mine.visitor.visit('POST', '/registrations/resend', { fields: { email: '' } }),
      422,
      'Enter your email address',
    );
  });
});

test('how many places are left tells nobody either: one look before and one after are the same for a known and an unknown address (S07)', async () => {
  const mine = await world({ capacity: 30 });
  await confirmed(mine);
  const path = `/events/${mine.event.slug}/register`;
  const look = async () => {
    const page = await mine.visitor.visit('GET', path);
    const data = await mine.visitor.visit('GET', path, { headers: { accept: 'application/json' } });
    return [page.body.replace(/name="attempt" value="[^"]+"/, ''), data.body];
  };
  const before = await look();
  const { taken } = await placesIn(mine.event);
  await mine.visitor.visit('POST', path, { fields: { ...good, email: 'ada@example.org' } });
  expect(await look()).toEqual(before);
  await mine.visitor.visit('POST', path, { fields: { ...good, email: 'unknown@example.org' } });
  expect(await look()).toEqual(before);
  // A twin that shows the number is caught: it has moved.
  expect((await placesIn(mine.event)).taken).toBe(taken + 1);
});

test('too many at once is said plainly: the form comes back as it was, and nothing is stored', async () => {
  const mine = await world();
  const engine = await startEngine();
  const faulty = await faultyEndpoint(engine.endpoint, [{ fault: { kind: 'conflict' }, action: 'TransactWriteItems' }]);
  const visitor = await visitorOf({ ...mine.event.table, client: engine.clientFor({ endpoint: faulty.endpoint }) }, () => clock.now());
  const page = await visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: good });
  await faulty.stop();
  await expectSound(page, 422, 'Many people are registering right now');
  expect(page.body).toContain('value="ada@example.org"');
  expect(await stored(mine)).toBeUndefined();
});
