import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { base, type Coordinator, clock, coordinator, telling, thing } from '../testing/coordinator.ts';
import { postOffice } from '../testing/letters.ts';
import { hear, moved, weeksBefore } from '../testing/one-event.ts';
import { sendLetters } from '../use-cases/send-letters.ts';

const path = `${base}/adjustments/${thing.adjustmentId}`;
const booked = { ...thing, kind: 'bsl-interpreter', what: 'Two interpreters', state: 'booked' };
const later = { startsAt: '2125-01-10T19:00:00.000Z', endsAt: '2125-01-10T21:00:00.000Z' };
const promise = { ...telling, provided: 'Interpreters are booked for 20 November.' };

let at: Coordinator;
/** Interpreters are booked for Ada, who was told and said that it works. */
beforeEach(async () => {
  at = await coordinator();
  await at.visit('POST', `${base}/adjustments/new`, { json: { ...booked, people: [at.person.split('/').at(-1) ?? ''] } });
  await at.visit('POST', at.person, { json: promise });
  await at.asAda({ action: 'reply', works: 'yes', answerVersion: '1' });
});

const arranged = async () => JSON.parse((await at.visit('GET', base, { headers: { accept: 'application/json' } })).body);
const stateOfAda = async () => (await arranged()).arranged[0].state;
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

describe('an event that moves', () => {
  test.each([
    ['its day and hours', later],
    ['only its hours', { endsAt: '2124-11-20T14:30:00.000Z' }],
    ['from online to a place', { mode: 'in-person', place: '1 Sample Street' }],
  ] as const)('in %s: what was booked is to be checked, and a “that works” counts no longer', async (_what, change) => {
    expect(await stateOfAda()).toBe('works');
    await hear(at.tables, moved(change));
    expect(await stateOfAda()).toBe('moved');
    const { body } = await at.visit('GET', base);
    for (const text of [
      'The event has moved: check these',
      'Was for the earlier time: check',
      'to check: the event has moved',
      'Sample Ada',
    ])
      expect(body).toContain(text);
    expect(await htmlProblems(body)).toEqual([]);
  });

  test('in nothing but its title reopens nothing', async () => {
    await hear(at.tables, moved({ title: 'Another title', capacity: 99 }));
    expect([await stateOfAda(), (await at.visit('GET', base)).body.includes('has moved')]).toEqual(['works', false]);
  });

  test('one press confirms each thing; people count again once they are told, and say that it works', async () => {
    await hear(at.tables, moved(later));
    const list = (await at.visit('GET', base)).body;
    const fields = { action: 'still-stands', version: hidden(list, 'version'), occasion: hidden(list, 'occasion') };
    expect((await at.visit('POST', path, { fields })).status).toBe(303);
    expect((await at.visit('GET', base)).body).not.toContain('The event has moved: check these');
    expect(await stateOfAda()).toBe('moved');
    const page = (await at.visit('GET', at.person)).body;
    expect(page).toContain('The event has moved since they were told this');
    // The same words again are news: they are said of another time.
    await at.visit('POST', at.person, { fields: { ...promise, tellingVersion: '1', occasion: hidden(page, 'occasion') } });
    expect(await stateOfAda()).toBe('told');
    await at.asAda({ action: 'reply', works: 'yes', answerVersion: '2' });
    expect(await stateOfAda()).toBe('works');
  });

  test('their own page does not go on saying it, in any format; what they were told before can still be read there', async () => {
    const mine = async () => (await at.asAda({ action: 'reply' })).body;
    expect(await mine()).toContain('Does this work for you?');
    await hear(at.tables, moved(later));
    const body = await mine();
    expect(body).toContain('The event has moved since we told you this');
    for (const text of ['You said that this works', 'Does this work for you?', 'What we provide</h2>']) expect(body).not.toContain(text);
    expect(await htmlProblems(body)).toEqual([]);
    const read = await at.asAda({ action: 'read-answer', format: 'plain-text' });
    expect([read.headers['content-type'], read.body.includes('The event has moved')]).toEqual([expect.stringContaining('html'), true]);
  });

  test('what is entered on a page of before is not taken for the new time', async () => {
    const [form, tell] = [(await at.visit('GET', path)).body, (await at.visit('GET', at.person)).body];
    await hear(at.tables, moved(later));
    const late = [
      await at.visit('POST', path, { fields: { ...booked, state: 'in-place', version: '1', occasion: hidden(form, 'occasion') } }),
      await at.visit('POST', path, { fields: { action: 'still-stands', version: '1', occasion: hidden(form, 'occasion') } }),
      await at.visit('POST', at.person, {
        fields: { ...promise, provided: 'On 20 November.', tellingVersion: '1', occasion: hidden(tell, 'occasion') },
      }),
    ];
    expect(late.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect([late[0]?.body, late[2]?.body].map((body) => body?.includes('has moved since you opened'))).toEqual([true, true]);
    const { adjustments, arrangements } = await at.board();
    expect([adjustments[0]?.state, arrangements[0]?.telling?.version]).toEqual(['booked', 1]);
  });

  test('each owner hears once for each move, and nobody who comes hears of it from here', async () => {
    const office = postOffice(at.tables);
    const run = async () => {
      for (const _again of [1, 2]) await sendLetters(clock.now(), office.ports);
      return office.sent.splice(0).map(({ to }) => to.address);
    };
    expect(await run()).toEqual([]);
    office.neutral.length = 0;
    await hear(at.tables, moved(later, 3));
    expect(await run()).toEqual(['owner@example.org']);
    await hear(at.tables, moved({ ...later, endsAt: '2125-01-10T22:00:00.000Z' }, 4));
    expect(await run()).toEqual(['owner@example.org']);
    expect(office.neutral).toEqual([]);
    expect(weeksBefore).toEqual(clock.now());
  });
});
