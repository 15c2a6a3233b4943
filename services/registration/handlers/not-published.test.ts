import { beforeAll, describe, expect, test } from 'vitest';
import { expectSound, type World, world } from '../testing/attendee.ts';

const draft = '/organise/events/evt_AAAAAAAAAAAAAAAAAAAAAA';
let mine: World;
beforeAll(async () => {
  mine = await world();
});

describe('an event that is not published yet', () => {
  test.each(['registrations', 'registrations/new', 'registrations/participants', 'places', 'attendance', 'attendance/code'])(
    '%s says what to do, and leads there',
    async (path) => {
      const page = await mine.visitor.visit('GET', `${draft}/${path}`, await mine.visitor.organiser(['organiser']));
      await expectSound(page, 404, 'This event is not published yet');
      expect(page.body).toContain(`href="${draft}"`);
      expect(page.body).toContain(`href="${draft}/questions"`);
    },
  );

  test('leads nobody where their role may not go', async () => {
    const page = await mine.visitor.visit('GET', `${draft}/registrations`, await mine.visitor.organiser(['access-coordinator']));
    await expectSound(page, 404, 'An organiser publishes it.');
    expect(page.body).not.toContain(`${draft}/questions`);
  });

  test('has its questions prepared already', async () => {
    const page = await mine.visitor.visit('GET', `${draft}/questions`, await mine.visitor.organiser(['organiser']));
    await expectSound(page, 200, 'You can prepare its questions now.');
    // Accessibility has not heard of a draft either.
    expect(page.body).not.toContain('/access/asking');
  });

  test('is told to programs as a problem; what is no event is not found', async () => {
    const as = await mine.visitor.organiser(['organiser']);
    const json = await mine.visitor.visit('GET', `${draft}/places`, { ...as, headers: { accept: 'application/json' } });
    expect([json.status, json.headers['content-type']]).toEqual([404, 'application/problem+json']);
    await expectSound(await mine.visitor.visit('GET', '/organise/events/nothing/places', as), 404, 'Page not found');
  });
});
