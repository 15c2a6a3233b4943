import { exampleEventFacts } from '@convener/contracts';
import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { keptOf } from '../domain/event.ts';
import { say } from '../testing/open-event.ts';
import { type Visit, type World, world } from '../testing/visitor.ts';

let one: World;
let links: { readonly room: string; readonly notes: string };
beforeAll(async () => {
  one = await world({ facts: { question: 'What helps "us" & what <hinders>?' } });
  links = await one.linksOf('rm2');
});

async function expectSound(visit: Visit, status: number, ...says: readonly string[]): Promise<void> {
  expect(visit.status, visit.body.slice(0, 400)).toBe(status);
  for (const each of says) expect(visit.body).toContain(each);
  expect(await htmlProblems(visit.body)).toEqual([]);
}

/** The private link on a thank-you page, without the site. */
function ownLinkIn(visit: Visit): string {
  return /href="https:\/\/events\.example\.org(\/reflect\/own\/[^"]+)"/.exec(visit.body)?.[1] ?? '';
}

const attemptIn = (visit: Visit) => /name="attempt" value="([^"]+)"/.exec(visit.body)?.[1] ?? '';

describe('a room’s page', () => {
  test('asks the question word for word, says how words are used, whom to talk to, and how to leave', async () => {
    const page = await one.visit('GET', links.room);
    await expectSound(
      page,
      200,
      'What helps &quot;us&quot; &amp; what &lt;hinders>?',
      'Room 2',
      'In the analysis only',
      'Samaritans',
      'data-quick-exit',
    );
    expect(page.body).not.toMatch(/<input[^>]*checked/);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('says what is wrong and keeps what was typed, with the same hidden id', async () => {
    const page = await one.visit('POST', links.room, { fields: { words: '', consent: 'quote-named', name: '', attempt: 'one-attempt' } });
    await expectSound(page, 422, '<title>Error: ', 'href="#words"', 'Enter the name to show', 'value="one-attempt"');
    expect(page.body).toMatch(/value="quote-named"[^>]*checked|checked[^>]*value="quote-named"/);
  });

  test('takes a reflection, thanks, and gives a private link by which it is changed and withdrawn', async () => {
    const thanks = await one.visit('POST', links.room, { fields: { words: 'Feedback got lost.', consent: 'quote-named', name: 'Sam' } });
    await expectSound(thanks, 201, 'Thank you. It has arrived.');
    const own = ownLinkIn(thanks);
    await expectSound(await one.visit('GET', own), 200, 'Feedback got lost.', 'value="Sam"');

    const changed = await one.visit('POST', own, { fields: { action: 'save', words: 'Feedback was lost.', consent: 'paraphrase' } });
    expect([changed.status, changed.headers.location]).toEqual([303, `${own}?done=saved`]);
    const page = await one.visit('GET', `${own}?done=saved`);
    await expectSound(page, 200, 'Saved.', 'Feedback was lost.');
    expect(page.body).not.toContain('Sam"');
    await expectSound(await one.visit('POST', own, { fields: { action: 'save', words: ' ' } }), 422, 'href="#words"');

    expect((await one.visit('POST', own, { fields: { action: 'withdraw' } })).status).toBe(303);
    await expectSound(await one.visit('GET', own), 200, 'Your reflection is withdrawn');
    expect((await one.visit('POST', own, { fields: { action: 'withdraw' } })).status).toBe(303);
    await expectSound(await one.visit('POST', own, { fields: { words: 'Back again?' } }), 200, 'Your reflection is withdrawn');
    expect(await one.ports.reflections.all(one.eventId)).not.toContainEqual(
      expect.objectContaining({ standing: expect.objectContaining({ words: expect.anything() }) }),
    );
  });

  test('looking changes nothing, however often', async () => {
    const mine = await world();
    const { room, notes } = await mine.linksOf('rm1');
    const own = ownLinkIn(await mine.visit('POST', room, { fields: { words: 'Once.' } }));
    const before = await mine.ports.snapshots.of(mine.eventId);
    for (const path of [room, notes, own, own]) expect((await mine.visit('GET', path)).status).toBe(200);
    expect(await mine.ports.snapshots.of(mine.eventId)).toEqual(before);
  });

  test('programs get the same by JSON', async () => {
    const refused = await one.visit('POST', links.room, { json: { words: '' } });
    expect([refused.status, refused.headers['content-type']]).toEqual([422, 'application/problem+json']);
    const made = await one.visit('POST', links.room, { json: { words: 'By program.', consent: 'analysis' } });
    expect(made.status).toBe(201);
    expect(made.data()).toEqual({ reflectionId: expect.stringMatching(/^ref_rm2_/), ownLink: expect.stringContaining('/reflect/own/') });
    expect((await one.visit('GET', links.room, { json: {} })).data()).toMatchObject({ room: 'Room 2' });
  });

  test('takes nothing from another site', async () => {
    const visit = await one.visit('POST', links.room, { fields: { words: 'Forged.' }, headers: { origin: 'https://elsewhere.example' } });
    expect(visit.status).toBe(403);
  });
});

describe('links', () => {
  test('of the event belong to no room', async () => {
    const seen = (await one.visit('GET', `${one.base}/reflections`, { json: {} })).data();
    const path = new URL(String(seen.eventLink)).pathname;
    const made = await one.visit('POST', path, { json: { words: 'Before the event.' } });
    expect(made.data()).toMatchObject({ reflectionId: expect.stringMatching(/^ref_out_/) });
  });

  test('forged, cut short, for another purpose, or replaced lead nowhere', async () => {
    const mine = await world();
    const { room, notes } = await mine.linksOf('rm1');
    const token = room.split('/').at(-1) ?? '';
    const useless = [
      `/reflect/${token.slice(0, -1)}`,
      `/reflect/notes/${token}`,
      `/reflect/own/${token}`,
      `/reflect/${notes.split('/').at(-1)}`,
      '/reflect/x',
    ];
    for (const path of useless) await expectSound(await mine.visit('GET', path), 404, 'This link no longer works');
    expect((await mine.visit('GET', room)).status).toBe(200);
    await mine.visit('POST', `${mine.base}/rooms`, { fields: { action: 'replace-link', roomId: 'rm1' } });
    for (const path of [room, notes]) {
      expect((await mine.visit('GET', path)).status).toBe(404);
      expect((await mine.visit('POST', path, { fields: { words: 'Late.', points: 'Late.' } })).status).toBe(404);
    }
    expect((await mine.visit('GET', (await mine.linksOf('rm1')).room)).status).toBe(200);
  });

  test('of an event that was called off say so, and take nothing', async () => {
    const mine = await world();
    const { room, notes } = await mine.linksOf('rm1');
    await mine.ports.events.keep(keptOf(exampleEventFacts, true), 3);
    for (const path of [room, notes]) {
      await expectSound(await mine.visit('GET', path), 200, 'This event has been cancelled');
      await expectSound(await mine.visit('POST', path, { fields: { words: 'Late.', points: 'Late.' } }), 409, 'cancelled');
    }
  });
});

describe('a note-taker', () => {
  test('pastes a list; each line is a point of the room, with the consent of all', async () => {
    const mine = await world();
    const { notes, room } = await mine.linksOf('rm1');
    const form = await mine.visit('GET', notes);
    await expectSound(form, 200, 'Notes of Room 1', 'Nothing yet.');
    expect(form.body).not.toContain('quote-named');
    const points = '- Too little time\r\n\r\n• More trust\n3. Plain words\n—\n  Too little time  ';
    const posted = await mine.visit('POST', notes, { fields: { points, consent: 'paraphrase', attempt: attemptIn(form) } });
    expect([posted.status, posted.headers.location]).toEqual([303, `${notes}?saved=4`]);
    await mine.visit('POST', room, { fields: { words: 'For organisers’ eyes.' } });
    const after = await mine.visit('GET', `${notes}?saved=4`);
    await expectSound(
      after,
      200,
      'All 4 points are saved.',
      '<li>More trust</li>',
      '<li>Plain words</li>',
      'A few people have also said something',
    );
    expect(after.body).not.toContain('For organisers’ eyes.');
    expect(attemptIn(after)).not.toBe(attemptIn(form));
    const said = (await mine.ports.reflections.ofRoom(mine.eventId, 'rm1')).filter((each) => each.source === 'notes');
    expect(said.map(({ standing }) => standing)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining({ kind: 'open', consent: { kind: 'paraphrase' }, themeIds: [] })),
    );
  });

  test('is told which line is too long, and loses nothing', async () => {
    const points = `Short\n${'x'.repeat(2001)}`;
    await expectSound(
      await one.visit('POST', links.notes, { fields: { points } }),
      422,
      'Line 2 is longer than 2,000 characters',
      'Short\nxxx',
    );
    await expectSound(await one.visit('POST', links.notes, { fields: { points: ' \n - \n' } }), 422, 'Write at least one point');
    const many = Array.from({ length: 201 }, (_, line) => `Point ${line}`).join('\n');
    await expectSound(await one.visit('POST', links.notes, { fields: { points: many } }), 422, 'There are 201 points', 'Point 200');
  });

  test('is not told a small number of others exactly, a larger one is', async () => {
    const mine = await world();
    const { notes } = await mine.linksOf('rm1');
    for (let count = 1; count <= 4; count += 1) await say(mine, `Point ${count}`, 'rm1');
    expect((await mine.visit('GET', notes, { json: {} })).data()).toMatchObject({ others: 'few' });
    await say(mine, 'Point 5', 'rm1');
    expect((await mine.visit('GET', notes, { json: {} })).data()).toMatchObject({ others: 5 });
  });
});
