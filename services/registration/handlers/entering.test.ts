import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { everyone, held, idOf, type OpenEvent, openFrom, placesIn, press, ridingOn, send } from '../testing/open-event.ts';
import { caller, clock, type Desk, deskOf } from '../testing/organiser-desk.ts';
import type { Sent, Visitor } from '../testing/visitor.ts';
import { callOffEvent } from '../use-cases/keep-event.ts';

let event: OpenEvent;
let visitor: Visitor;
let organiser: Sent;
let base: string;
let enter: Desk['enterCaller'];
let followed: Desk['followed'];

beforeEach(async () => {
  ({ event, visitor, organiser, base, enterCaller: enter, followed } = await deskOf());
});

describe('registering somebody by phone or post', () => {
  test('takes a place at once, by the organiser’s word, and says what to tell somebody without an address', async () => {
    const form = await visitor.visit('GET', `${base}/new`, organiser);
    expect([form.status, await htmlProblems(form.body)]).toEqual([200, []]);
    const page = await followed(await enter({}));
    expect(page).toContain('They are registered.');
    expect(page).toContain('Tell them that they have a place.');
    expect(page).toContain('Registered for them, as they asked by phone');
    expect(page).not.toContain('Send their link again');
    const [one] = await everyone(event);
    expect(one).toMatchObject({ email: '', told: 'phone', details: { name: 'Zoë Ünal', wantsReport: true }, state: { kind: 'confirmed' } });
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 0 });
  });

  test('asks no more of an organiser than a name, how they told us and their word; what is left open is a no', async () => {
    const page = await visitor.visit('POST', `${base}/new`, { ...organiser, fields: { told: 'phone', name: 'Zoë', asked: 'yes' } });
    expect(page.status).toBe(303);
    expect(await everyone(event)).toMatchObject([{ details: { name: 'Zoë', wantsReport: false } }]);
  });

  test('a group that the event does not have is told of, and nobody is entered', async () => {
    const page = await enter({ group: 'nope' });
    expect([page.status, await htmlProblems(page.body)]).toEqual([422, []]);
    expect(page.body).toContain('group');
    expect(await everyone(event)).toEqual([]);
  });

  test('tells programs what to send: fields, questions and groups', async () => {
    const shown = await visitor.visit('GET', `${base}/new`, { ...organiser, headers: { accept: 'application/json' } });
    expect(JSON.parse(shown.body)).toMatchObject({ questions: [], asksSupporter: false, groups: [] });
    expect(JSON.parse(shown.body).fields).toContain('told');
  });

  test('is worded for whoever fills it in, about somebody else', async () => {
    const { body } = await visitor.visit('GET', `${base}/new`, organiser);
    expect(body).toContain('In their own words, as they told you');
    await send(event, 'ada');
    const correcting = await visitor.visit('GET', `${base}/${await idOf(event, 'ada')}/edit`, organiser);
    expect(correcting.body).toContain('In their own words, as they told you');
    expect(body + correcting.body).not.toMatch(/In your own words|I am coming as/);
  });

  test('joins the waiting list where the event is full, by the same conditions as everybody', async () => {
    for (const who of ['ada', 'ben', 'cy']) await send(event, who);
    expect((await visitor.visit('GET', `${base}/new`, organiser)).body).toContain('All places are taken. They join the waiting list.');
    expect(await followed(await enter({}))).toContain('Tell them that they wait for a place');
    expect(await placesIn(event)).toMatchObject({ taken: 3, waiting: 1 });
  });

  test('Adding one person re-invites everybody: registering one person sets off one letter, to them (failure 2)', async () => {
    for (const who of ['ada', 'ben']) await send(event, who);
    await press(event, 'ada');
    const before = [await ridingOn(event, 'ada'), await ridingOn(event, 'ben')];
    await followed(await enter({ email: 'new@example.org' }));
    expect([await ridingOn(event, 'ada'), await ridingOn(event, 'ben')]).toEqual(before);
    const id = await visitor.identify('new@example.org', event.eventId);
    const { carried } = await event.ports.registrations.load(id);
    expect(carried.map(({ type, actor }) => [type, actor.kind])).toEqual([['registration.confirmed.v1', 'organiser']]);
  });

  test('Forgetful people register twice: an address that is there already is shown, and nothing is written (failure 10)', async () => {
    await send(event, 'ada', { details: { name: 'Ada of the form', organisation: '', comingAs: '', wantsReport: false, format: 'html' } });
    await followed(await enter({ email: 'forgetful@example.org' }));
    const versions = async () => (await everyone(event)).map((each) => JSON.stringify(each)).sort();
    const before = await versions();
    const again = await followed(await enter({ email: ' Forgetful@Example.org ', name: 'Somebody Forgetful' }));
    expect(again).toContain('They are registered already: here it is.');
    expect(await versions()).toEqual(before);
    const json = await visitor.visit('POST', `${base}/new`, {
      ...organiser,
      headers: { accept: 'application/json' },
      fields: { ...caller, email: 'forgetful@example.org' },
    });
    expect(JSON.parse(json.body)).toMatchObject({ existed: true, status: 'confirmed' });
  });

  test('Forgetful people register twice: by the form after they phoned, they have one place and get one letter (failure 10)', async () => {
    await followed(await enter({ email: 'ada@example.org' }));
    await visitor.visit('POST', `/events/${event.slug}/register`, {
      fields: { email: 'ADA@example.org', name: 'Ada', organisation: '', comingAs: '', wantsReport: 'yes' },
    });
    expect(await placesIn(event)).toMatchObject({ taken: 1 });
    const id = await visitor.identify('ada@example.org', event.eventId);
    const { stored, carried } = await event.ports.registrations.load(id);
    expect(stored).toMatchObject({ registration: { details: { name: 'Zoë Ünal' }, state: { kind: 'confirmed' } } });
    expect(carried.map(({ type }) => type)).toEqual(['registration.confirmed.v1', 'registration.repeated.v1']);
  });

  test('the same form sent twice registers once, also without an address', async () => {
    const form = await visitor.visit('GET', `${base}/new`, organiser);
    const newId = /name="newId" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    await followed(await enter({ newId }));
    expect(await followed(await enter({ newId }))).toContain('They are registered already');
    expect(await everyone(event)).toHaveLength(1);
  });

  test('an id that is somebody’s already is never written over', async () => {
    await send(event, 'ada');
    const newId = await idOf(event, 'ada');
    const before = await event.ports.registrations.load(newId);
    await followed(await enter({ newId }));
    expect(await event.ports.registrations.load(newId)).toEqual(before);
  });

  test('warns of the same name where there is no address, and takes the organiser’s word for it', async () => {
    await followed(await enter({}));
    const warned = await enter({ name: ' zoe  ünal', organisation: 'Another choir' });
    expect([warned.status, await htmlProblems(warned.body)]).toEqual([422, []]);
    expect(warned.body).toContain('is registered already. Look whether it is the same person.');
    expect(warned.body).toContain('value="Another choir"');
    await followed(await enter({ name: 'Zoë Ünal', somebodyElse: 'yes' }));
    expect(await everyone(event)).toHaveLength(2);
  });

  test('says every error at once and keeps what was entered', async () => {
    const wrong = await enter({ told: '', name: '', email: 'no address', wantsReport: '', asked: '', organisation: 'Kept <b>' });
    expect([wrong.status, await htmlProblems(wrong.body)]).toEqual([422, []]);
    for (const says of ['Choose how they told us', 'Enter what we should call them', 'Tick that they asked us'])
      expect(wrong.body).toContain(says);
    expect(wrong.body).toContain('value="Kept &lt;b>"');
    expect(await everyone(event)).toEqual([]);
  });

  test('is over when the event is, and when it was called off', async () => {
    await callOffEvent({ facts: event.facts, version: 3, at: openFrom.toISOString() }, openFrom, event.ports);
    expect((await visitor.visit('GET', `${base}/new`, organiser)).status).toBe(409);
    expect((await enter({})).status).toBe(409);
    clock.set('2030-01-01T00:00:00.000Z');
    expect((await enter({}, await visitor.organiser(['organiser']))).body).toContain('The event');
  });

  test.each([['editor'], ['access-coordinator']] as const)('is not for the %s', async (role) => {
    const other = await visitor.organiser([role]);
    expect((await visitor.visit('GET', `${base}/new`, other)).status).toBe(403);
    expect((await enter({}, other)).status).toBe(403);
    expect((await visitor.visit('POST', `${base}/new`, { fields: caller })).status).toBe(401);
    expect(await everyone(event)).toEqual([]);
  });
});

describe('correcting a registration', () => {
  const correction = { name: 'Ada L', organisation: '', comingAs: '', wantsReport: 'no', format: 'text' };

  async function formOf(id: string): Promise<{ readonly version: string }> {
    const form = await visitor.visit('GET', `${base}/${id}/edit`, organiser);
    expect([form.status, await htmlProblems(form.body)]).toEqual([200, []]);
    return { version: /name="version" value="(\d+)"/.exec(form.body)?.[1] ?? '' };
  }

  test('saves it, tells that it was changed without the values, and shows it in the history', async () => {
    await send(event, 'ada');
    const registrationId = await idOf(event, 'ada');
    const fields = { ...correction, ...(await formOf(registrationId)) };
    const saved = await visitor.visit('POST', `${base}/${registrationId}/edit`, { ...organiser, fields });
    expect(await followed(saved)).toContain('Last corrected by an organiser');
    expect((await held(event, 'ada'))?.details).toMatchObject({ name: 'Ada L', wantsReport: false, format: 'text' });
    const { carried } = await event.ports.registrations.load(registrationId);
    expect(carried.at(-1)).toMatchObject({ type: 'registration.changed.v1', data: { registrationId, by: 'organiser' } });
    expect(JSON.stringify(carried)).not.toContain('Ada L');
  });

  test('never overwrites what somebody else changed meanwhile; the second organiser looks again', async () => {
    await send(event, 'ada');
    const [one] = await everyone(event);
    const path = `${base}/${one?.registrationId}/edit`;
    const seen = await formOf(one?.registrationId ?? '');
    await visitor.visit('POST', path, { ...organiser, fields: { ...correction, ...seen, name: 'First' } });
    const second = await visitor.visit('POST', path, { ...organiser, fields: { ...correction, ...seen, name: 'Second' } });
    expect([second.status, await htmlProblems(second.body)]).toEqual([422, []]);
    expect(second.body).toContain('Somebody else has changed this registration meanwhile');
    expect(second.body).toContain('value="Second"');
    expect((await held(event, 'ada'))?.details.name).toBe('First');
    const version = /name="version" value="(\d+)"/.exec(second.body)?.[1] ?? '';
    expect((await visitor.visit('POST', path, { ...organiser, fields: { ...correction, version, name: 'Second' } })).status).toBe(303);
  });

  test('a question comes before a cancellation; a cancelled one can be corrected no more', async () => {
    await send(event, 'ada');
    const [one] = await everyone(event);
    const path = `${base}/${one?.registrationId}`;
    const asked = await visitor.visit('GET', `${path}/cancel`, organiser);
    expect([asked.status, await htmlProblems(asked.body)]).toEqual([200, []]);
    expect(asked.body).toContain('Yes, cancel it');
    expect((await held(event, 'ada'))?.state.kind).toBe('pending');
    await visitor.visit('POST', `${path}/cancel`, organiser);
    expect((await visitor.visit('GET', `${path}/cancel`, organiser)).headers.location).toBe(`${path}?done=cancelled`);
    expect((await visitor.visit('GET', `${path}/edit`, organiser)).status).toBe(409);
    expect((await visitor.visit('POST', `${path}/edit`, { ...organiser, fields: { ...correction, version: '9' } })).status).toBe(409);
  });
});
