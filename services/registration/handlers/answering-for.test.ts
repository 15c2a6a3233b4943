import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { everyone, idOf, type OpenEvent, press, send } from '../testing/open-event.ts';
import { type Desk, deskOf } from '../testing/organiser-desk.ts';
import type { Sent, Visitor } from '../testing/visitor.ts';

let event: OpenEvent;
let visitor: Visitor;
let organiser: Sent;
let base: string;
let enter: Desk['enterCaller'];
let followed: Desk['followed'];

beforeEach(async () => {
  ({ event, visitor, organiser, base, enterCaller: enter, followed } = await deskOf());
});

describe('an offered place, for somebody who phones instead of pressing the link', () => {
  async function offered(): Promise<string> {
    for (const who of ['ada', 'ben', 'cy']) await send(event, who);
    await press(event, 'ada');
    await followed(await enter({ email: 'caller@example.org' }));
    const caller = await visitor.identify('caller@example.org', event.eventId);
    await visitor.visit('POST', `${base}/${await idOf(event, 'ada')}/cancel`, organiser);
    return caller;
  }

  test('is theirs at once where they have no address; the organiser sees whom to tell', async () => {
    for (const who of ['ada', 'ben', 'cy']) await send(event, who);
    await followed(await enter({}));
    await visitor.visit('POST', `${base}/${await idOf(event, 'ada')}/cancel`, organiser);
    expect((await everyone(event)).find(({ email }) => email === '')?.state.kind).toBe('confirmed');
    const list = await visitor.visit('GET', base, organiser);
    expect([list.status, await htmlProblems(list.body)]).toEqual([200, []]);
    expect(list.body).toContain('No letter reaches one person');
    const them = JSON.parse(
      (await visitor.visit('GET', `${base}?address=no`, { ...organiser, headers: { accept: 'application/json' } })).body,
    );
    expect([them.total, them.unreached]).toEqual([1, 1]);
  });

  test('is taken by the organiser’s press, with who pressed in the domain event', async () => {
    const caller = await offered();
    const page = await visitor.visit('GET', `${base}/${caller}`, organiser);
    expect([page.status, await htmlProblems(page.body)]).toEqual([200, []]);
    expect(page.body).toContain('Have they told you what to do with the place?');
    const pressed = await visitor.visit('POST', `${base}/${caller}/offer`, { ...organiser, fields: { answer: 'take' } });
    expect(await followed(pressed)).toContain('The place is theirs.');
    const { stored, carried } = await event.ports.registrations.load(caller);
    expect(stored).toMatchObject({ registration: { state: { kind: 'confirmed' } } });
    expect(carried.at(-1)).toMatchObject({ type: 'registration.promoted.v1', actor: { kind: 'organiser', id: 'org_sample' } });
  });

  test('is declined, and a second press says that it was too late', async () => {
    const caller = await offered();
    const decline = () => visitor.visit('POST', `${base}/${caller}/offer`, { ...organiser, fields: { answer: 'decline' } });
    expect(await followed(await decline())).toContain('The place goes to the next person.');
    expect(await followed(await decline())).toContain('It was too late');
    const wrong = await visitor.visit('POST', `${base}/${caller}/offer`, { ...organiser, fields: { answer: 'perhaps' } });
    expect([wrong.status, await htmlProblems(wrong.body)]).toEqual([422, []]);
    expect((await visitor.visit('POST', `${base}/${caller}/offer`, await visitor.organiser(['editor']))).status).toBe(403);
  });
});
