import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessKeptDays } from '../pages/data-page.tsx';
import { clock, confirmed, expectSound, good, stored, world } from '../testing/attendee.ts';
import { subject } from '../use-cases/subject.ts';

test('the page says what is held, why and until when, with the ways to take it away and to delete it', async () => {
  const mine = await world();
  const cookies = await confirmed(mine);
  const page = await mine.visitor.visit('GET', '/my-place/data', cookies);
  await expectSound(page, 200, 'What we hold of you');
  expect(page.body).toContain('href="/my-place/everything.json"');
  expect(page.body).toContain('href="/my-place/delete"');
  // Asked for the report: 180 days from 20 November.
  expect(page.body).toContain('Monday, 19 May 2025');
  expect(page.body).toContain('Friday, 20 December 2024');
  const data = JSON.parse(
    (await mine.visitor.visit('GET', '/my-place/data', { ...cookies, headers: { accept: 'application/json' } })).body,
  );
  expect(data.until).toBe('2025-05-19T12:30:00.000Z');
  expect((await mine.visitor.visit('GET', '/my-place/data')).status).toBe(401);
});

test('the date for access needs is the promise that accessibility keeps', () => {
  const rule = readFileSync(new URL('../../accessibility/domain/keeping.ts', import.meta.url), 'utf8');
  expect(rule).toContain(`keptDays = ${accessKeptDays};`);
});

test('the export holds that somebody came, without the organiser who noted it', async () => {
  const mine = await world();
  await confirmed(mine);
  const registrationId = (await stored(mine))?.registrationId ?? '';
  clock.set('2024-11-20T10:15:00Z');
  const organiser = await mine.visitor.organiser(['organiser']);
  await mine.visitor.visit('POST', `/organise/events/${mine.event.eventId}/attendance`, { ...organiser, fields: { here: registrationId } });
  const exported = await subject({ kind: 'export', subjectId: registrationId }, clock.now(), mine.event.ports);
  expect(exported).toMatchObject({
    kind: 'exported',
    held: { registration: { email: good.email, name: 'Ada', attended: { at: '2024-11-20T10:15:00.000Z', how: 'organiser' } } },
  });
  expect(JSON.stringify(exported)).not.toContain('org_');
});
