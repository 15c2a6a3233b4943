import { generateKeyPairSync } from 'node:crypto';
import { signSession } from '@convener/signing';
import { clockAt } from '@convener/testing';
import { signedBy } from '@convener/testing/visitor';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Need } from '../domain/need.ts';
import type { Tables } from '../store/need-store.ts';
import {
  calledOff,
  daysAfterTheEnd,
  everythingIn,
  facts,
  freshTables,
  hear,
  moved,
  publicPorts,
  published,
  registration,
  say,
  weeksBefore,
} from '../testing/one-event.ts';
import { type Sent, type Visit, type Visitor, visitorOf } from '../testing/visitor.ts';

const page = '/my-place/access';
const clock = clockAt(weeksBefore.toISOString());
const told = {
  kinds: ['live-captions', 'breaks'],
  ownWords: 'Questions the day before.',
  consent: 'yes',
  consentVersion: '2',
  version: '0',
};

let tables: Tables;
let visitor: Visitor;
let ada: Sent;
beforeEach(async () => {
  clock.set(weeksBefore.toISOString());
  tables = await freshTables();
  await hear(
    tables,
    published({ provisions: [{ kind: 'live-captions', detail: 'By a captioner' }] }),
    registration('reg_ada', 'requested', 1),
  );
  visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() });
  ada = await visitor.attendee('reg_ada', facts.eventId);
});

const get = (who: Sent = ada) => visitor.visit('GET', page, who);
const post = (fields: NonNullable<Sent['fields']>, who: Sent = ada) => visitor.visit('POST', page, { ...who, fields });
const stored = async (): Promise<Need | undefined> => publicPorts(tables).needs.load(facts.eventId, 'reg_ada');
/** Nothing but the note that something was taken back, which says neither whose nor when. */
const nothingStored = async () => {
  const others = (await everythingIn(tables.needs)).filter(({ sk }) => !String(sk).startsWith('WITHDRAWN#'));
  const notes = (await everythingIn(tables.needs)).filter(({ sk }) => String(sk).startsWith('WITHDRAWN#'));
  expect(others).toEqual([]);
  expect(notes.map((note) => Object.keys(note).sort().join())).toEqual(notes.map(() => 'pk,sk'));
};

async function expectSound(visit: Visit, status: number, ...says: readonly string[]): Promise<void> {
  expect(visit.status).toBe(status);
  for (const text of says) expect(visit.body).toContain(text);
  expect(await htmlProblems(visit.body)).toEqual([]);
  expect(visit.headers['cache-control']).toBe('no-store');
}

describe('asking', () => {
  test('shows what is provided before it asks anything', async () => {
    const visit = await get();
    await expectSound(visit, 200, 'Live captions by a captioner: By a captioner');
    expect(visit.body.indexOf('already provides')).toBeLessThan(visit.body.indexOf('<form'));
    expect(visit.body).not.toContain('Parking close');
  });

  test('takes kinds, own words and “talk to me first”, and shows them again for changing', async () => {
    const sent = await post({ ...told, talkFirst: 'yes', talkHow: 'phone', talkWhen: '01632 960001, mornings' });
    expect([sent.status, sent.headers.location, sent.cookies]).toEqual([303, page, []]);
    expect(await stored()).toMatchObject({
      answer: {
        kinds: ['live-captions', 'breaks'],
        ownWords: 'Questions the day before.',
        talkFirst: { how: 'phone', when: '01632 960001, mornings' },
      },
      version: 1,
    });
    const shown = await get();
    await expectSound(shown, 200, 'The access coordinator can read it now', 'Questions the day before.', '01632 960001, mornings');
    clock.advance(120_000);
    await expectSound(await get(), 200, 'You told us this on');
    expect((await post({ ...told, ownWords: 'And a break.', version: '1' })).status).toBe(303);
    expect(await stored()).toMatchObject({ answer: { ownWords: 'And a break.', talkFirst: undefined }, version: 2 });
  });

  test('says all that is missing at once, keeps what was entered, stores nothing', async () => {
    const visit = await post({ talkFirst: 'yes', talkHow: 'phone', ownWords: 'Kept words', consentVersion: '2' });
    await expectSound(
      visit,
      422,
      '<title>Error: ',
      'Kept words',
      'Enter the number',
      'Without your tick nothing is kept',
      'Nothing has been kept yet',
    );
    const empty = await post({ consent: 'yes', consentVersion: '2' });
    await expectSound(empty, 422, 'If nothing would help, there is nothing to send');
    await nothingStored();
  });

  test('sent twice is kept once; an old page does not overwrite what was said since', async () => {
    await post(told);
    expect((await post(told)).status).toBe(303);
    expect((await stored())?.version).toBe(1);
    const late = await post({ ...told, ownWords: 'From an old page' });
    await expectSound(late, 409, 'in another window', 'From an old page');
    expect((await stored())?.answer.ownWords).toBe(told.ownWords);
    expect((await post({ ...told, ownWords: 'From an old page', version: '1' })).status).toBe(303);
  });

  test('a program sends and gets the same', async () => {
    const json = { kinds: ['breaks'], talkFirst: true, talkHow: 'email', consent: true, consentVersion: 2 };
    const sent = await visitor.visit('POST', page, { ...ada, json });
    expect([sent.status, JSON.parse(sent.body)]).toMatchObject([200, { kinds: ['breaks'], talkFirst: { how: 'email', when: '' } }]);
    const got = await visitor.visit('GET', page, { ...ada, headers: { accept: 'application/json' } });
    expect(JSON.parse(got.body)).toMatchObject({
      status: 'open',
      answer: { version: 1, consent: { textId: 'access-consent', version: 2 } },
    });
    const refused = await visitor.visit('POST', page, { ...ada, json: { kinds: ['breaks'] } });
    expect([refused.status, JSON.parse(refused.body).errors[0].field]).toEqual([422, 'consent']);
  });
});

describe('consent', () => {
  test('is a step of its own, unticked on every page, and names the data, its use and its end', async () => {
    const fresh = await get();
    expect(fresh.body).toContain(
      'We will keep what you wrote here so that the access coordinator can arrange it. Only access coordinators read it.',
    );
    expect(fresh.body).toContain('gone by Wednesday, 20 December 2124');
    await post(told);
    for (const { body } of [fresh, await get()]) {
      const box = /<input[^>]*name="consent"[^>]*>/.exec(body)?.[0] ?? '';
      expect(box).toContain('type="checkbox"');
      expect(box).not.toContain('checked');
      // Its own heading, after the questions, and no other question in it.
      const step = body.slice(body.indexOf('id="agree"'));
      expect(step.slice(0, step.indexOf('</form>')).match(/<(input|textarea)[^>]*name="(?!consent"|action")/g) ?? []).toEqual([]);
    }
  });

  test('without it nothing is stored, and nothing is lost', async () => {
    const { consent: _none, ...without } = told;
    await expectSound(await post(without), 422, 'Questions the day before.', 'Nothing has been kept yet');
    await nothingStored();
  });

  test('the words and the time of it are kept; agreeing to other words counts for nothing', async () => {
    await expectSound(await post({ ...told, consentVersion: '7' }), 422, 'These words have changed');
    await nothingStored();
    await post(told);
    expect((await stored())?.consent).toEqual({ textId: 'access-consent', version: 2, at: weeksBefore.toISOString() });
  });

  test('is taken back in two steps, and everything goes at once', async () => {
    await post(told);
    expect((await get()).body).toContain('Delete what I told you');
    const asked = await post({ action: 'ask-withdraw' });
    await expectSound(asked, 200, 'Delete what you told us?');
    expect(await stored()).toBeDefined();
    const gone = await post({ action: 'withdraw' });
    await expectSound(gone, 200, 'It is deleted');
    expect([gone.cookies, gone.headers.location]).toEqual([[], undefined]);
    await nothingStored();
    expect((await post({ action: 'withdraw' })).body).toBe(gone.body);
    await expectSound(await get(), 200, 'value="0"');
  });

  test('an unknown button changes nothing', async () => {
    await post(told);
    expect((await post({ action: 'publish' })).status).toBe(400);
    expect(await stored()).toBeDefined();
  });
});

describe('until and during the event', () => {
  test('what somebody said can be changed and taken back as long as it lasts', async () => {
    await post(told);
    const during = new Date(Date.parse(facts.endsAt) - 60_000);
    clock.set(during.toISOString());
    ada = await visitor.attendee('reg_ada', facts.eventId);
    await expectSound(await get(), 200, 'Questions the day before.', 'Save my changes');
    expect((await post({ ...told, ownWords: 'Said in the last minute', version: '1' })).status).toBe(303);
    expect((await stored())?.answer.ownWords).toBe('Said in the last minute');
    await post({ action: 'withdraw' });
    await nothingStored();
  });
});

describe('afterwards', () => {
  test('an event that is over takes nothing more, but still shows and gives back', async () => {
    await post(told);
    clock.set(daysAfterTheEnd(1).toISOString());
    ada = await visitor.attendee('reg_ada', facts.eventId);
    await expectSound(await get(), 200, 'This event is over', 'Questions the day before.', 'Delete what I told you');
    await expectSound(await post({ ...told, ownWords: 'Too late', version: '1' }), 409, 'This event is over', 'Too late');
    await post({ action: 'withdraw' });
    await nothingStored();
  });

  test('30 days after the event nothing is shown, though it lies there', async () => {
    await post(told);
    clock.set(daysAfterTheEnd(30).toISOString());
    const late = await get(await visitor.attendee('reg_ada', facts.eventId));
    await expectSound(late, 200, 'This event is over');
    expect(late.body).not.toContain('Questions the day before.');
    expect(await everythingIn(tables.needs)).toHaveLength(1);
  });

  test('a place that was given up, and an event that was called off', async () => {
    await post(told);
    await hear(tables, registration('reg_ada', 'cancelled', 3));
    await nothingStored();
    await expectSound(await get(), 200, 'Your place has been given up');
    await expectSound(await post(told), 409, 'Your place has been given up', 'Questions the day before.');
    await hear(tables, calledOff(weeksBefore.toISOString()));
    await expectSound(await get(await visitor.attendee('reg_bo', facts.eventId)), 200, 'This event has been cancelled');
    await nothingStored();
  });

  test('facts that have not come, or that move while somebody saves', async () => {
    const early = await get(await visitor.attendee('reg_ada', 'evt_unknown'));
    await expectSound(early, 503, 'not ready yet');
    expect((await post(told, await visitor.attendee('reg_ada', 'evt_unknown'))).status).toBe(503);
    let first = true;
    const slow = await visitorOf(
      tables,
      () => clock.now(),
      { ofEvent: async () => new Map() },
      {
        ports: (ports) => ({
          ...ports,
          needs: {
            ...ports.needs,
            save: async (...given) => {
              if (first) await hear(tables, moved({ endsAt: '2124-11-20T13:00:00.000Z' }));
              first = false;
              return ports.needs.save(...given);
            },
          },
        }),
      },
    );
    expect((await slow.visit('POST', page, { ...ada, fields: told })).status).toBe(303);
    const [item] = await everythingIn(tables.needs);
    expect(item?.expiresAt).toBe(daysAfterTheEnd(30, '2124-11-20T13:00:00.000Z').getTime() / 1000);
  });
});

describe('who may', () => {
  const cookie = (token: string): Sent => ({ cookies: [`__Host-place=${token}`] });
  const session = { kind: 'attendee', registrationId: 'reg_ada', eventId: facts.eventId } as const;
  const organiser = { kind: 'organiser', organiserId: 'reg_ada', roles: ['access-coordinator'] } as const;
  const strangersKey = () => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));

  test.each<[string, () => Promise<Sent>]>([
    ['no cookie', async () => ({})],
    ['nonsense', async () => cookie('not.a.token')],
    ['forged', async () => cookie(await signSession(session, strangersKey(), clock.now(), 7200))],
    ['expired', async () => cookie(await signedBy('registration', session, new Date(weeksBefore.getTime() - 3_700_000)))],
    ['an organiser’s, signed by registration’s key', async () => cookie(await signedBy('registration', organiser, clock.now()))],
    ['an organiser’s own', async () => cookie(await signedBy('organisers', organiser, clock.now()))],
    ['under another name', async () => ({ cookies: (ada.cookies ?? []).map((each) => each.replace('__Host-place', 'place')) })],
  ])('%s: sees and changes nothing', async (_name, sentBy) => {
    await say(tables, 'reg_ada');
    const who = await sentBy();
    await expectSound(await get(who), 401, 'Press the link in our letter');
    await expectSound(await post({ ...told, ownWords: 'Mine' }, who), 401, 'Mine');
    expect((await post({ action: 'withdraw' }, who)).status).toBe(401);
    expect((await visitor.visit('POST', page, { ...who, json: told })).status).toBe(401);
    expect(await stored()).toMatchObject({ version: 1, answer: { ownWords: 'Questions the day before.', kinds: ['live-captions'] } });
  });

  test('somebody else’s place shows nothing of it', async () => {
    await post(told);
    const other = await get(await visitor.attendee('reg_bo', facts.eventId));
    expect(other.body).not.toContain('Questions the day before.');
    expect(other.body).not.toContain('Delete what I told you');
  });

  test('another site cannot send it, and a look changes nothing', async () => {
    await post(told);
    for (const origin of ['https://elsewhere.example', 'null', '']) {
      const crossed = await visitor.visit('POST', page, { ...ada, fields: { action: 'withdraw' }, headers: { origin } });
      expect(crossed.status).toBe(403);
    }
    for (let looks = 0; looks < 10; looks += 1) await get();
    expect((await stored())?.version).toBe(1);
  });
});

describe('whatever is entered', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'</textarea><b>\u202E\u0000`;

  test('markup stays text', async () => {
    await post({ ...told, ownWords: hostile, talkFirst: 'yes', talkHow: 'email', talkWhen: hostile });
    for (const visit of [await get(), await post({ ...told, consent: '', ownWords: hostile, version: '1' })]) {
      expect(visit.body).not.toMatch(/<script>|<img|<b>/);
      expect(visit.body).toContain('&lt;script>alert(1)');
      expect(await htmlProblems(visit.body)).toEqual([]);
    }
  });

  test('a megabyte comes back with a sentence, and is not stored', async () => {
    const much = 'a b '.repeat(262_144);
    const visit = await post({ ...told, ownWords: much });
    expect(visit.status).toBe(422);
    expect(visit.body).toContain('must be 5,000 characters or fewer');
    expect(visit.body).toContain(much);
    await nothingStored();
  });

  test('kinds that nobody offers are refused', async () => {
    expect((await post({ ...told, kinds: ['live-captions', 'marker'] })).status).toBe(422);
    expect((await visitor.visit('POST', page, { ...ada, json: { ...told, kinds: { length: 9 } } })).status).toBe(422);
    await nothingStored();
  });
});
