import { generateKeyPairSync } from 'node:crypto';
import { signSession } from '@convener/signing';
import { signedBy } from '@convener/testing/visitor';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { facts, say, weeksBefore } from '../testing/one-event.ts';
import { clock, expectSound, type OwnPage, ownPage, page, telling } from '../testing/own-page.ts';
import type { Sent } from '../testing/visitor.ts';

let own: OwnPage;
beforeEach(async () => {
  own = await ownPage();
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
    [
      'under another name',
      async () => ({ cookies: ((await own.as('reg_ada')).cookies ?? []).map((each) => each.replace('__Host-place', 'place')) }),
    ],
  ])('%s: sees and changes nothing', async (_name, sentBy) => {
    await say(own.tables, 'reg_ada');
    const who = await sentBy();
    await expectSound(await own.get(who), 401, 'Press the link in our letter');
    await expectSound(await own.post({ ...telling, ownWords: 'Mine' }, who), 401, 'Mine');
    expect((await own.post({ action: 'withdraw' }, who)).status).toBe(401);
    expect((await own.json(telling, who)).status).toBe(401);
    expect(await own.stored()).toMatchObject({ version: 1, answer: { ownWords: 'Questions the day before.', kinds: ['live-captions'] } });
  });

  test.each([
    [
      'what would help',
      { ...telling, ownWords: 'Marker words', talkFirst: 'yes', talkHow: 'phone', talkWhen: 'Marker time' },
      ['Marker words', 'Marker time'],
    ],
    ['what does not work', { action: 'reply', works: 'no', replyWords: 'Marker words', answerVersion: '1' }, ['Marker words']],
    ['how it was', { action: 'say-how-it-was', felt: 'no', feltWords: 'Marker words' }, ['Marker words']],
  ])('whose place has closed meanwhile has back what they wrote: %s', async (_what, fields, written) => {
    await expectSound(await own.post(fields, {}), 401, 'Press the link in our letter', ...written.map((each) => `<p>${each}</p>`));
  });

  test('somebody else’s place shows nothing of it', async () => {
    await own.post(telling);
    const other = await own.get(await own.as('reg_bo'));
    expect(other.body).not.toContain('Questions the day before.');
    expect(other.body).not.toContain('Delete what I told you');
  });

  test('another site cannot send it, and a look changes nothing', async () => {
    await own.post(telling);
    for (const origin of ['https://elsewhere.example', 'null', '']) {
      const crossed = await own.visitor.visit('POST', page, {
        ...(await own.as('reg_ada')),
        fields: { action: 'withdraw' },
        headers: { origin },
      });
      expect(crossed.status).toBe(403);
    }
    for (let looks = 0; looks < 10; looks += 1) await own.get();
    expect((await own.stored())?.version).toBe(1);
  });
});

describe('whatever is entered', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'</textarea><b>\u202E\u0000`;

  test('markup stays text', async () => {
    await own.post({ ...telling, ownWords: hostile, talkFirst: 'yes', talkHow: 'email', talkWhen: hostile });
    for (const visit of [await own.get(), await own.post({ ...telling, consent: '', ownWords: hostile, version: '1' })]) {
      expect(visit.body).not.toMatch(/<script>|<img|<b>/);
      expect(visit.body).toContain('&lt;script>alert(1)');
      expect(await htmlProblems(visit.body)).toEqual([]);
    }
  });

  test('a megabyte comes back with a sentence, and is not stored', async () => {
    const much = 'a b '.repeat(262_144);
    const visit = await own.post({ ...telling, ownWords: much });
    expect(visit.status).toBe(422);
    expect(visit.body).toContain('must be 5,000 characters or fewer');
    expect(visit.body).toContain(much);
    await own.nothingStored();
  });

  test('kinds that nobody offers are refused', async () => {
    expect((await own.post({ ...telling, kinds: ['live-captions', 'marker'] })).status).toBe(422);
    expect((await own.json({ ...telling, kinds: { length: 9 } })).status).toBe(422);
    await own.nothingStored();
  });
});
