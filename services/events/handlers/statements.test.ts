import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { type EventsWorld, eventsWorld } from '../testing/visitor.ts';

const clock = clockAt('2026-03-01T12:00:00Z');
let world: EventsWorld;
beforeEach(async () => {
  clock.set('2026-03-01T12:00:00Z');
  world = await eventsWorld(() => clock.now());
});

const edit = '/organise/statements/privacy';
const save = (text: string, version: number, more: object = {}) =>
  world.visit('POST', edit, { fields: { text, version: String(version), action: 'save', ...more } });

/** What the law asks for and the house knows: on the page whatever anybody wrote before it. */
const facts = [
  /How long we keep it/,
  /At most 30 days after the event/,
  /Your rights/,
  /hello@example\.org/,
  /Information Commissioner/,
  /Cookies/,
];
const losesFacts = (html: string) => facts.filter((fact) => !fact.test(html));

describe('the privacy notice', () => {
  test('is sound before anybody has written one', async () => {
    const seen = await world.visit('GET', '/privacy');
    expect(seen.status).toBe(200);
    expect(seen.body).toContain('Sample Network holds as little about you as it can');
    expect(seen.body).not.toContain('Earlier versions');
    expect(losesFacts(seen.body)).toEqual([]);
    expect(await htmlProblems(seen.body)).toEqual([]);
  });

  test('is previewed without being saved', async () => {
    const seen = await save('We **care**.', 0, { action: 'preview' });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatch(/This is not saved yet[\s\S]*<p>We <strong>care<\/strong>\.<\/p>/);
    expect(seen.body).toContain('We **care**.</textarea>');
    expect(await htmlProblems(seen.body)).toEqual([]);
    expect((await world.visit('GET', '/privacy')).body).not.toContain('care');
  });

  test('says what was written, when it was changed, and what stood there before', async () => {
    expect((await save('First words.', 0)).status).toBe(303);
    clock.set('2026-04-02T12:00:00Z');
    await save('## Second\n\nWords.', 1);
    const seen = await world.visit('GET', '/privacy');
    expect(seen.body).toMatch(/<h2>Second<\/h2>[\s\S]*Changed on 2 April 2026/);
    expect(seen.body).toContain('/privacy/versions/1');
    expect(losesFacts(seen.body)).toEqual([]);
    const [zero, first, second] = await Promise.all([0, 1, 2].map((number) => world.visit('GET', `/privacy/versions/${number}`)));
    expect(zero?.body).toMatch(/the first text, until 1 March 2026|until 1 March 2026/);
    expect(zero?.body).toContain('holds as little about you');
    expect(first?.body).toMatch(/version 1, from 1 March 2026 until 2 April 2026[\s\S]*First words\./);
    expect(second?.body).toContain('Second');
    for (const each of [seen, zero, first, second]) expect(await htmlProblems(each?.body ?? '')).toEqual([]);
    const list = await world.visit('GET', edit);
    expect(list.body).toMatch(/2 April 2026[\s\S]*an organiser/);
    expect(await htmlProblems(list.body)).toEqual([]);
    expect(await htmlProblems((await world.visit('GET', '/organise/statements')).body)).toEqual([]);
  });

  test.each(['3', '99999999', 'x', '-1', '1.5'])('has no version %s', async (number) => {
    await save('First words.', 0);
    expect((await world.visit('GET', `/privacy/versions/${number}`)).status).toBe(404);
  });

  test('is not overwritten unseen: the second writer keeps their words and is told', async () => {
    await save('By the first.', 0);
    const seen = await save('By the second.', 0);
    expect(seen.status).toBe(422);
    expect(seen.body).toMatch(/Somebody else changed this text[\s\S]*By the second\.<\/textarea>/);
    expect((await world.visit('GET', '/privacy')).body).toContain('By the first.');
  });

  test('needs words', async () => {
    const seen = await save(' ', 0);
    expect(seen.status).toBe(422);
    expect(seen.body).toContain('Enter a text');
  });

  test('keeps what the law asks for, whatever is written', async () => {
    for (const [version, text] of ['<!--', '```\nnever closed', '<style>*{display:none}</style>', '| a |\n|---|'].entries()) {
      await save(text, version);
      expect(losesFacts((await world.visit('GET', '/privacy')).body)).toEqual([]);
    }
  });

  test('is caught by that test: a twin whose page is the text alone', () => {
    expect(losesFacts('<h1>Privacy</h1><p>Trust us.</p>')).toHaveLength(facts.length);
  });
});

test('an access coordinator may change it, and the version says so; an editor may not', async () => {
  const json = { text: 'As a coordinator.' };
  expect((await world.visit('POST', edit, { json, roles: ['access-coordinator'] })).status).toBe(200);
  expect((await world.visit('GET', edit)).body).toContain('an access coordinator');
  expect((await world.visit('POST', edit, { json, roles: ['editor'] })).status).toBe(403);
  expect((await world.visit('GET', '/organise/statements/nothing')).status).toBe(404);
});
