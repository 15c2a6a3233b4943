import { beforeEach, describe, expect, test } from 'vitest';
import { facts, weeksBefore } from '../testing/one-event.ts';
import { clock, expectSound, type OwnPage, ownPage, page, telling } from '../testing/own-page.ts';

let own: OwnPage;
beforeEach(async () => {
  own = await ownPage();
});

describe('asking', () => {
  test('shows what is provided before it asks anything', async () => {
    const visit = await own.get();
    await expectSound(visit, 200, 'Live captions by a captioner: By a captioner');
    expect(visit.body.indexOf('already provides')).toBeLessThan(visit.body.indexOf('<form'));
    expect(visit.body).not.toContain('Parking close');
  });

  test('takes kinds, own words and “talk to me first”, and shows them again for changing', async () => {
    const sent = await own.post({ ...telling, talkFirst: 'yes', talkHow: 'phone', talkWhen: '01632 960001, mornings' });
    expect([sent.status, sent.headers.location, sent.cookies]).toEqual([303, page, []]);
    expect(await own.stored()).toMatchObject({
      answer: {
        kinds: ['live-captions', 'breaks'],
        ownWords: 'Questions the day before.',
        talkFirst: { how: 'phone', when: '01632 960001, mornings' },
      },
      version: 1,
    });
    const shown = await own.get();
    await expectSound(shown, 200, 'The access coordinator can read it now', 'Questions the day before.', '01632 960001, mornings');
    clock.advance(120_000);
    await expectSound(await own.get(), 200, 'You told us this on');
    expect((await own.post({ ...telling, ownWords: 'And a break.', version: '1' })).status).toBe(303);
    expect(await own.stored()).toMatchObject({ answer: { ownWords: 'And a break.', talkFirst: undefined }, version: 2 });
  });

  test('says all that is missing at once, keeps what was entered, stores nothing', async () => {
    const visit = await own.post({ talkFirst: 'yes', talkHow: 'phone', ownWords: 'Kept words', consentVersion: '2' });
    await expectSound(
      visit,
      422,
      '<title>Error: ',
      'Kept words',
      'Enter the number',
      'Without your tick nothing is kept',
      'Nothing has been kept yet',
    );
    const empty = await own.post({ consent: 'yes', consentVersion: '2' });
    await expectSound(empty, 422, 'If nothing would help, there is nothing to send');
    await own.nothingStored();
  });

  test('sent twice is kept once; an old page does not overwrite what was said since', async () => {
    await own.post(telling);
    expect((await own.post(telling)).status).toBe(303);
    expect((await own.stored())?.version).toBe(1);
    const late = await own.post({ ...telling, ownWords: 'From an old page' });
    await expectSound(late, 409, 'in another window', 'From an old page');
    expect((await own.stored())?.answer.ownWords).toBe(telling.ownWords);
    expect((await own.post({ ...telling, ownWords: 'From an old page', version: '1' })).status).toBe(303);
  });

  test('a program sends and gets the same', async () => {
    const json = { kinds: ['breaks'], talkFirst: true, talkHow: 'email', consent: true, consentVersion: 2 };
    const sent = await own.json(json);
    expect([sent.status, JSON.parse(sent.body)]).toMatchObject([200, { kinds: ['breaks'], talkFirst: { how: 'email', when: '' } }]);
    const got = await own.visitor.visit('GET', page, { ...(await own.as('reg_ada')), headers: { accept: 'application/json' } });
    expect(JSON.parse(got.body)).toMatchObject({
      status: 'open',
      answer: { version: 1, consent: { textId: 'access-consent', version: 2 } },
    });
    const refused = await own.json({ kinds: ['breaks'] });
    expect([refused.status, JSON.parse(refused.body).errors[0].field]).toEqual([422, 'consent']);
  });
});

describe('consent', () => {
  test('is a step of its own, unticked on every page, and names the data, its use and its end', async () => {
    const fresh = await own.get();
    expect(fresh.body).toContain(
      'We will keep what you wrote here so that the access coordinator can arrange it. Only access coordinators read it.',
    );
    expect(fresh.body).toContain('gone by Wednesday, 20 December 2124');
    await own.post(telling);
    for (const { body } of [fresh, await own.get()]) {
      const box = /<input[^>]*name="consent"[^>]*>/.exec(body)?.[0] ?? '';
      expect(box).toContain('type="checkbox"');
      expect(box).not.toContain('checked');
      // Its own heading, after the questions, and no other question in it.
      const step = body.slice(body.indexOf('id="agree"'));
      expect(step.slice(0, step.indexOf('</form>')).match(/<(input|textarea)[^>]*name="(?!consent"|action")/g) ?? []).toEqual([]);
    }
  });

  test('without it nothing is stored, and nothing is lost', async () => {
    const { consent: _none, ...without } = telling;
    await expectSound(await own.post(without), 422, 'Questions the day before.', 'Nothing has been kept yet');
    await own.nothingStored();
  });

  test('the words and the time of it are kept; agreeing to other words counts for nothing', async () => {
    await expectSound(await own.post({ ...telling, consentVersion: '7' }), 422, 'These words have changed');
    await own.nothingStored();
    await own.post(telling);
    expect((await own.stored())?.consent).toEqual({ textId: 'access-consent', version: 2, at: weeksBefore.toISOString() });
  });

  test('is taken back in two steps, and everything goes at once', async () => {
    await own.post(telling);
    expect((await own.get()).body).toContain('Delete what I told you');
    const asked = await own.post({ action: 'ask-withdraw' });
    await expectSound(asked, 200, 'Delete what you told us?');
    expect(await own.stored()).toBeDefined();
    const gone = await own.post({ action: 'withdraw' });
    await expectSound(gone, 200, 'It is deleted');
    expect([gone.cookies, gone.headers.location]).toEqual([[], undefined]);
    await own.nothingStored();
    expect((await own.post({ action: 'withdraw' })).body).toBe(gone.body);
    await expectSound(await own.get(), 200, 'value="0"');
  });

  test('an unknown button changes nothing', async () => {
    await own.post(telling);
    expect((await own.post({ action: 'publish' })).status).toBe(400);
    expect(await own.stored()).toBeDefined();
  });
});

describe('until and during the event', () => {
  test('what somebody said can be changed and taken back as long as it lasts', async () => {
    await own.post(telling);
    const during = new Date(Date.parse(facts.endsAt) - 60_000);
    clock.set(during.toISOString());
    await expectSound(await own.get(), 200, 'Questions the day before.', 'Save my changes');
    expect((await own.post({ ...telling, ownWords: 'Said in the last minute', version: '1' })).status).toBe(303);
    expect((await own.stored())?.answer.ownWords).toBe('Said in the last minute');
    await own.post({ action: 'withdraw' });
    await own.nothingStored();
  });
});
