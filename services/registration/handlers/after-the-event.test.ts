import { describe, expect, test } from 'vitest';
import { clock, confirmed, cookieOf, expectSound, good, linkOf, stored, type World, world } from '../testing/attendee.ts';
import { visitorOf } from '../testing/visitor.ts';
import { keepJoining } from '../use-cases/keep-event.ts';
import { cancel } from '../use-cases/leave.ts';

const network = { name: 'Sample Network', timeZone: 'Europe/London', contact: 'hello@example.org' };

/** The same site of a network that names an address to write to. */
async function reachable(mine: World): Promise<World> {
  return { ...mine, visitor: await visitorOf(mine.event.table, () => clock.now(), { evenly: (_step, work) => work(), network }) };
}

const waits = 'waits@example.org';
const closed = '2024-11-19T18:00:00Z';
const underWay = '2024-11-20T11:00:00Z';
const over = '2024-11-21T10:00:00Z';

/** One place, which Ada has, and somebody who waits. */
async function fullEvent(changes: Parameters<typeof world>[0] = {}): Promise<World> {
  const mine = await world({ capacity: 1, ...changes });
  await confirmed(mine);
  await confirmed(mine, waits);
  return mine;
}

async function placeAt(mine: World, at: string, email = good.email): Promise<string> {
  clock.set(at);
  const cookies = cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'manage', email)));
  const page = await mine.visitor.visit('GET', '/my-place', cookies);
  await expectSound(page, 200, good.name);
  return page.body;
}

const promises =
  /look forward|first place that becomes free|Places are offered|appears here|so that somebody else can have it|calendar\.ics/;

describe('one’s own place, with the event', () => {
  test('under way: that it has begun, until when, and the way in; who gives up frees nothing', async () => {
    const mine = await fullEvent();
    const without = await placeAt(mine, underWay);
    expect(without).toContain('The event has begun. It goes on until 12:30pm.');
    // The letter holds no link: it leads here.
    expect(without).toContain('appears here as soon as the organisers have set it. We write to you then.');
    expect(without).not.toMatch(/hours before the start|so that somebody else can have it/);
    const joiningOf = async () => ({ link: 'https://meet.example.org/room', instructions: '', version: 1 });
    await keepJoining(mine.event.eventId, { events: mine.event.ports.events, joiningOf });
    expect(await placeAt(mine, underWay)).toContain('action="/my-place/join"');
  });

  test('over: that they had a place, what comes, and nothing that is over', async () => {
    const mine = await fullEvent();
    const said = await placeAt(mine, over);
    expect(said).toContain('You had a place');
    expect(said).toContain('This event is over.');
    expect(said).toContain('You asked for the report');
    expect(said).toContain('Tell us how the event went for you');
    expect(said).not.toMatch(promises);
    const cookies = cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'manage')));
    expect((await mine.visitor.visit('GET', '/my-place/cancel', cookies)).headers.location).toBe('/my-place');
    const deleting = await mine.visitor.visit('GET', '/my-place/delete', cookies);
    await expectSound(deleting, 200, 'This cannot be undone');
    expect(deleting.body).not.toContain('somebody else');
  });

  test.each([
    [underWay, 'The event has begun, so the waiting list has ended.'],
    [over, 'This event is over. No place became free for you'],
  ])('who waited is told kindly that the list has ended (%s)', async (at, says) => {
    const mine = await fullEvent();
    const before = await placeAt(mine, '2024-11-01T10:00:00Z', waits);
    expect(before).toContain('The list ends when the event begins');
    const said = await placeAt(mine, at, waits);
    expect(said).toContain(says);
    expect(said).toContain('You were on the waiting list');
    expect(said).not.toMatch(promises);
    expect(said).not.toMatch(/how the event went|Tell us who c|Leave the waiting list/);
  });

  test('an offer that ended with the start is no offer, before and after the sweep', async () => {
    const mine = await fullEvent();
    clock.set('2024-11-20T09:30:00Z');
    await cancel(await mine.visitor.identify(good.email, mine.event.eventId), { kind: 'attendee' }, clock.now(), mine.event.ports);
    expect(await placeAt(mine, '2024-11-20T09:40:00Z', waits)).toContain('Take the place');
    const said = await placeAt(mine, underWay, waits);
    expect(said).toContain('its time went by. The event has begun.');
    expect(said).not.toMatch(/is held for you|yours if you want it|next person|Take the place|Join the line/);
    const link = await linkOf(mine, 'offer', waits);
    const offer = await mine.visitor.visit('GET', link);
    await expectSound(offer, 200, 'Nobody is offered a place any more');
    expect(offer.body).not.toMatch(/rejoin|end of the line/);
  });

  test('given up: register again only while anybody can', async () => {
    const mine = await reachable(await fullEvent());
    await cancel(await mine.visitor.identify(good.email, mine.event.eventId), { kind: 'attendee' }, clock.now(), mine.event.ports);
    const link = `href="/events/${mine.event.slug}/register"`;
    const open = await placeAt(mine, '2024-11-01T10:00:00Z');
    expect([open.includes('Register again'), open.includes(link)]).toEqual([true, true]);
    const late = await placeAt(mine, closed);
    expect(late).toContain('Registration is closed.');
    expect(late).toContain('<a href="mailto:hello@example.org">Write to us</a> if you have changed your mind.');
    expect([late.includes('Register again'), late.includes(link)]).toEqual([false, false]);
    const past = await placeAt(mine, over);
    expect(past).toContain('You have given your place up. This event is over.');
    expect([past.includes('Register again'), past.includes(link), past.includes('Registration is closed')]).toEqual([false, false, false]);
  });

  test('the form that has closed names whom to write to, by a link; without an address it asks for no letter', async () => {
    const mine = await fullEvent();
    clock.set(closed);
    const path = `/events/${mine.event.slug}/register`;
    const page = await (await reachable(mine)).visitor.visit('GET', path);
    await expectSound(page, 200, '<a href="mailto:hello@example.org">Write to us</a> if you think that you should still be able to come.');
    expect((await mine.visitor.visit('GET', path)).body).not.toContain('Write to us');
    clock.set(over);
    const late = await (await reachable(mine)).visitor.visit('GET', `/events/${mine.event.slug}/here`);
    await expectSound(late, 200, '<a href="mailto:hello@example.org">Write to us</a> if it matters to you.');
  });

  test('called off: that it will not, and later that it did not, take place', async () => {
    const mine = await fullEvent();
    await mine.event.ports.events.callOff(mine.event.eventId, clock.now().toISOString());
    expect(await placeAt(mine, '2024-11-01T10:00:00Z', waits)).toContain('has been cancelled and will not take place');
    expect(await placeAt(mine, over, waits)).toContain('was cancelled and did not take place');
  });

  test('cancelled by organisers: whom to write to stands beside it', async () => {
    const mine = await reachable(await fullEvent());
    const id = await mine.visitor.identify(good.email, mine.event.eventId);
    await cancel(id, { kind: 'organiser', id: 'org_sample' }, clock.now(), mine.event.ports);
    const said = await placeAt(mine, '2024-11-01T10:00:00Z');
    expect(said).toContain('<a href="mailto:hello@example.org">Write to us</a> if you think that this is a mistake.');
    // Nor does a tab that was open say that they gave it up themselves.
    const cookies = cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'manage')));
    const late = await mine.visitor.visit('POST', '/my-place/details', {
      ...cookies,
      fields: { ...good, format: 'text', version: String((await stored(mine))?.version) },
    });
    await expectSound(late, 409, 'This registration is cancelled');
    expect(late.body).not.toContain('given your place up');
  });
});

describe('an organiser who cancels somebody, with the event', () => {
  test.each([
    ['2024-11-01T10:00:00Z', 'goes to whoever has waited longest', 'They lose their place in the line.'],
    [underWay, 'The event has begun, so nobody else gets their place.', 'The waiting list has ended'],
    [over, 'The event is over, so nobody else gets their place.', 'The waiting list has ended'],
  ])('at %s reads what follows', async (at, ofPlace, ofLine) => {
    const mine = await fullEvent();
    const asked = async (email: string) => {
      const id = await mine.visitor.identify(email, mine.event.eventId);
      return mine.visitor.visit(
        'GET',
        `/organise/events/${mine.event.eventId}/registrations/${id}/cancel`,
        await mine.visitor.organiser(['organiser']),
      );
    };
    clock.set(at);
    await expectSound(await asked(good.email), 200, ofPlace);
    await expectSound(await asked(waits), 200, ofLine);
    if (at === over) expect((await asked(good.email)).body).not.toContain('waited longest');
  });
});
