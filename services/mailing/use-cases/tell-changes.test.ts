import { describe, expect, test } from 'vitest';
import { aroundWorld } from '../testing/around-world.ts';

const five = 300_000;

describe('changes of an event', () => {
  test('several within minutes are one letter, to who has a place and who waits, with what was and what is', async () => {
    const the = await aroundWorld({ reg_a: 'confirmed', reg_w: 'waitlisted' });
    await the.hear({ startsAt: '2026-05-20T10:00:00.000Z' }, 3);
    the.clock.advance(five);
    await the.tend();
    await the.hear({ startsAt: '2026-05-20T10:00:00.000Z', mode: 'in-person', place: 'Village hall' }, 4);
    the.clock.advance(five);
    await the.tend();
    expect(await the.subjects()).toEqual([]);
    the.clock.advance(five);
    await the.tend();
    expect(await the.subjects()).toEqual(['reg_a: Changed: A gathering', 'reg_w: Changed: A gathering']);
    const [first, second] = await the.mails();
    expect(first?.text).toContain('When: Wednesday, 20 May 2026, 11am to 12:30pm');
    expect(first?.text).toContain('It was: Wednesday, 20 May 2026, 10am to 12:30pm');
    expect(first?.text).toContain('It was held: Online');
    // Their entry in a calendar moves with it; who waits has none.
    expect([first, second].map((mail) => mail?.attachments.some(({ mimeType }) => mimeType === 'text/calendar')).sort()).toEqual([
      false,
      true,
    ]);
  });

  test('a title that changes, or a change that is taken back, is no letter', async () => {
    const the = await aroundWorld({ reg_a: 'confirmed' });
    await the.hear({ title: 'Another title', place: 'Here' }, 3);
    await the.hear({ title: 'Another title' }, 4);
    the.clock.advance(3 * five);
    await the.tend();
    expect(await the.subjects()).toEqual([]);
  });

  test('joining details that change after they were sent out are told, once a version', async () => {
    const the = await aroundWorld({ reg_a: 'confirmed', reg_w: 'waitlisted' }, '2026-05-19T08:00:00.000Z');
    await the.ports.facts.noteJoiningChanged('evt_1', { version: 3, at: '2026-05-19T07:00:00.000Z' });
    await the.ports.facts.noteJoiningOpened('evt_1', '2026-05-19T07:30:00.000Z');
    await the.ports.around.touch('evt_1', 'opened', the.clock.now());
    await the.tend();
    expect(await the.subjects()).toEqual([]);
    await the.ports.facts.noteJoiningChanged('evt_1', { version: 4, at: the.clock.now().toISOString() });
    await the.ports.around.touch('evt_1', 'joining 4', the.clock.now());
    for (let minutes = 0; minutes < 30; minutes += 5) {
      the.clock.advance(five);
      await the.tend();
    }
    expect(await the.subjects()).toEqual(['reg_a: New: how to join A gathering']);
  });
});
