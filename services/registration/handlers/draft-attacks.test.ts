import { beforeEach, describe, expect, test } from 'vitest';
import { draftStore } from '../store/draft-store.ts';
import { ask } from '../testing/asking.ts';
import { clock, cookieOf, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { openFrom } from '../testing/open-event.ts';
import { shortQuestion } from '../testing/questions.ts';
import type { Draft, Drafts } from '../use-cases/draft-ports.ts';
import { keepEvent } from '../use-cases/keep-event.ts';

/** What somebody could do with the cookie of a form in pages that is not meant to be done. */
const questions = ['que_one', 'que_two', 'que_three', 'que_four'].map((id) => shortQuestion(id, { required: true }));

let mine: World;
let path: string;
beforeEach(async () => {
  mine = await world({ capacity: 30 });
  path = `/events/${mine.event.slug}/register`;
  await ask(mine, questions);
});

async function begun() {
  return cookieOf(await mine.visitor.visit('POST', path, { fields: good }));
}
const labelIn = (cookies: readonly string[]) => /\.([\w-]{8})=/.exec(cookies[0] ?? '')?.[1] ?? '';
const tokenIn = (cookies: readonly string[]) => /=([^;]+)/.exec(cookies.find((each) => /draft-/.test(each)) ?? '')?.[1] ?? '';

describe('the cookie of a form in pages', () => {
  test('under the name of another event is asked what that one asks, by its own rules, and leaves the first as it was', async () => {
    const eventId = 'evt_other';
    const facts = { ...mine.event.facts, eventId, slug: 'another-event' };
    await keepEvent({ facts, version: 2, at: '2024-10-01T08:00:00.000Z' }, openFrom, mine.event.ports);
    await ask({ ...mine, event: { ...mine.event, eventId, slug: facts.slug } }, [shortQuestion('que_other', { required: true })]);
    const { cookies } = await begun();
    const answers = { que_one: 'One', que_two: 'Two', que_three: 'Three' };
    expect((await mine.visitor.visit('POST', `${path}/que_one`, { cookies, fields: answers })).status).toBe(303);
    const forged = { cookies: [`__Host-draft-${eventId}.a-sample=${tokenIn(cookies)}`] };
    const check = await mine.visitor.visit('POST', `/events/${facts.slug}/register/check`, { ...forged, fields: {} });
    expect([check.status, check.headers.location]).toEqual([303, `/events/${facts.slug}/register/que_other?draft=a-sample`]);
    const there = await mine.visitor.identify(good.email, eventId);
    expect([(await mine.event.ports.registrations.load(there)).stored.kind, await stored(mine)]).toEqual(['none', undefined]);
    expect((await mine.visitor.visit('GET', `${path}/que_four`, { cookies })).status).toBe(200);
  });

  test('with the id of one person and the key of another opens nothing, and changes nothing', async () => {
    const [ada, bo] = [await begun(), await begun()];
    const name = /^[^=]+/.exec(ada.cookies[0] ?? '')?.[0] ?? '';
    const mixed = `${tokenIn(ada.cookies).split('.')[0]}.${tokenIn(bo.cookies).split('.')[1]}`;
    const forged = { cookies: [`${name}=${mixed}`] };
    expect((await mine.visitor.visit('GET', `${path}/que_one`, forged)).status).toBe(410);
    expect((await mine.visitor.visit('POST', `${path}/que_one`, { ...forged, fields: { que_one: 'Bo was here' } })).status).toBe(410);
    expect((await mine.visitor.visit('GET', `${path}/que_one`, { cookies: ada.cookies })).status).toBe(200);
  });
});

describe('the next person at the same computer', () => {
  /** The very form that was begun, by the address that its own pages lead to. */
  const page = (cookies: readonly string[]) => mine.visitor.visit('GET', `${path}?draft=${labelIn(cookies)}`, { cookies });
  const shows = async (cookies: readonly string[]) => (await page(cookies)).body.includes(good.email);

  test.each(['where the form begins', 'on the page that was begun'])(
    'is told that the form was begun, and empties it by one press, %s',
    async (where) => {
      const { cookies } = await begun();
      await expectSound(await page(cookies), 200, 'Start with an empty form');
      expect(await shows(cookies)).toBe(true);
      const anew = await mine.visitor.visit('GET', (await mine.visitor.visit('GET', path, { cookies })).headers.location ?? '', {
        cookies,
      });
      await expectSound(anew, 200, 'Delete what was entered there');
      expect(anew.body).not.toContain(good.email);
      const to = where === 'where the form begins' ? path : `${path}?draft=${labelIn(cookies)}`;
      const emptied = await mine.visitor.visit('POST', to, { cookies, fields: { forget: 'yes' } });
      expect([emptied.status, emptied.headers.location, /draft-[^=]+=;.*Max-Age=0/.test(emptied.cookies[0] ?? '')]).toEqual([
        303,
        path,
        true,
      ]);
      // Not only the cookie: whoever kept a copy of it finds nothing either.
      expect(await shows(cookies)).toBe(false);
      const left = await mine.visitor.visit('POST', `${path}/que_one`, { cookies, fields: { que_one: 'x', que_two: 'y', que_three: 'z' } });
      expect([left.status, await stored(mine), await shows(cookies)]).toEqual([303, undefined, false]);
      expect((await mine.visitor.visit('GET', `${path}?draft=another1`)).body).not.toMatch(
        /Start with an empty form|Delete what was entered/,
      );
    },
  );
});

describe('what is longer than can be kept', () => {
  const endless = `x${' '.repeat(450_000)}x`;

  test('is refused plainly on each page, and what was kept before is still there', async () => {
    const first = await mine.visitor.visit('POST', path, { fields: { ...good, organisation: endless } });
    await expectSound(first, 413, 'Go back, shorten it');
    const { cookies } = await begun();
    const step = await mine.visitor.visit('POST', `${path}/que_one`, {
      cookies,
      fields: { que_one: endless, que_two: 'b', que_three: 'c' },
    });
    await expectSound(step, 413, 'Go back, shorten it');
    expect((await mine.visitor.visit('GET', `${path}/que_one`, { cookies })).status).toBe(200);
  });

  test('everything that a form may hold is kept', async () => {
    const drafts = draftStore(mine.event.table);
    const typed = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`que_${at}`, '\u{1F642}'.repeat(2000)]));
    const most: Draft = { attempt: 'attempt', typed: { ...typed, options: 'o'.repeat(90_000) }, seen: Object.keys(typed) };
    const token = await drafts.begin(most, clock.now());
    expect(await drafts.read(token, clock.now())).toEqual({ kind: 'begun', draft: most });
  });
});

describe('a page that was on its way as the form was sent', () => {
  const draft: Draft = { attempt: 'attempt-0000-0000-0001', typed: { name: 'Ada Sample' }, seen: [] };

  /** The form is sent between the reading of a page and its keeping. Are the answers there again? */
  async function backAgain(drafts: Drafts): Promise<boolean> {
    const token = await drafts.begin(draft, clock.now());
    await drafts.sent(token, clock.now());
    await drafts.keep(token, draft, clock.now());
    return (await drafts.read(token, clock.now())).kind === 'begun';
  }

  test('does not bring its answers back', async () => {
    expect(await backAgain(draftStore(mine.event.table))).toBe(false);
  });

  test('the claim notices a twin that writes whatever is there', async () => {
    const drafts = draftStore(mine.event.table);
    let latest = '';
    const careless: Drafts = {
      ...drafts,
      keep: async (_token, kept, now) => {
        latest = await drafts.begin(kept, now);
      },
      read: (_token, now) => drafts.read(latest, now),
    };
    expect(await backAgain(careless)).toBe(true);
  });
});
