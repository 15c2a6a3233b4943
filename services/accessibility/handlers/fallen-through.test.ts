import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { base, type Coordinator, coordinator, telling, thing } from '../testing/coordinator.ts';

const path = `${base}/adjustments/${thing.adjustmentId}`;
const interpreters = { ...thing, kind: 'bsl-interpreter', what: 'Two interpreters' };
const promise = { ...telling, provided: 'We have two interpreters.' };

let at: Coordinator;
let people: readonly string[];
/** Interpreters are booked for Ada, who was told and said that it works. */
beforeEach(async () => {
  at = await coordinator();
  people = [at.person.split('/').at(-1) ?? ''];
  await at.visit('POST', `${base}/adjustments/new`, { json: { ...interpreters, state: 'booked', people } });
  await at.visit('POST', at.person, { json: promise });
  await at.asAda({ action: 'reply', works: 'yes', answerVersion: '1' });
});

const set = (state: string, whom = people) => at.visit('POST', path, { json: { ...interpreters, state, people: whom } });
const stateOfAda = async () =>
  JSON.parse((await at.visit('GET', base, { headers: { accept: 'application/json' } })).body).arranged[0].state;
/** Her page, as it comes back with a mistake in the reply, or without a reply to make. */
const mine = async () => (await at.asAda({ action: 'reply' })).body;

describe('a promise that falls through', () => {
  test.each([
    ['what was booked cannot be had', () => set('cannot')],
    ['it is to be asked for again', () => set('asked')],
    ['it is rung off', () => set('rung-off')],
    ['it is not for them any more', () => set('booked', [])],
    ['it is taken from them on their page', () => at.visit('POST', at.person, { json: { action: 'link', adjustments: [] } })],
  ] as const)('when %s: the board counts and names them, and their own page says it no more', async (_what, falls) => {
    expect(await stateOfAda()).toBe('works');
    await falls();
    expect(await stateOfAda()).toBe('fallen-through');
    const board = (await at.visit('GET', base)).body;
    expect(board).toMatch(/<b>1<\/b> <span>person to look at again/);
    for (const text of ['1 person told something that no longer holds', 'Tell them anew:', `${at.person}">Sample Ada`])
      expect(board).toContain(text);
    const body = await mine();
    expect(body).toContain('This is being looked at again');
    for (const text of ['You said that this works', 'Does this work for you?']) expect(body).not.toContain(text);
    for (const page of [board, body]) expect(await htmlProblems(page)).toEqual([]);
  });

  test('the coordinator sees what it was, and is not handed the words that are no longer true', async () => {
    await set('cannot');
    const { body } = await at.visit('GET', at.person);
    expect(body).toMatch(/What they were told no longer holds<\/h2><ul><li>Two interpreters/);
    expect(/<textarea[^>]*name="provided"[^>]*>([^<]*)</.exec(body)?.[1]).toBe('');
    await at.visit('POST', at.person, {
      json: { ...promise, which: 'cannot', provided: '', reason: 'They are ill.', alternative: 'Captions.', tellingVersion: '1' },
    });
    expect([await stateOfAda(), (await mine()).includes('Does this work for you?')]).toEqual(['told', true]);
  });

  test('what was only hoped for when they were told, or is back, breaks nothing', async () => {
    await set('asked');
    await set('booked');
    expect(await stateOfAda()).toBe('works');
    await set('in-place');
    expect(await stateOfAda()).toBe('works');
    expect(await mine()).toContain('You said that this works for you.');
  });
});
