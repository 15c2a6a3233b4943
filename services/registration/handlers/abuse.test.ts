import { describe, expect, test } from 'vitest';
import { letterLimit } from '../domain/viewer-network.ts';
import { clock, expectSound, good, type World, world } from '../testing/attendee.ts';
import { everyone, type OpenEvent, press, send } from '../testing/open-event.ts';
import { register } from '../use-cases/register.ts';

/** Forms sent within a minute; `FORMS=1000` runs it at full length. */
const forms = Number(process.env.FORMS ?? 120);
const office = 60;

const people = Array.from({ length: forms }, (_person, at) => `person-${at}`);

/** Letters that registrations have set off, as they count them themselves. */
async function lettersOf(event: OpenEvent): Promise<number> {
  return (await everyone(event)).reduce((sum, { letters }) => sum + letters.count, 0);
}

function post(mine: World, email: string, viewerIp: string, headers: Record<string, string> = {}) {
  return mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: { ...good, email }, viewerIp, headers });
}

describe('one network (S12)', () => {
  test('sets off as many letters as it may and no more; it is told plainly, with everything that was typed, known or unknown', async () => {
    const mine = await world({ capacity: 1000 });
    const answers = [];
    for (const who of people) answers.push(await post(mine, `${who}@example.org`, '198.51.100.9'));
    expect(await lettersOf(mine.event)).toBe(letterLimit);
    expect(answers.slice(0, letterLimit).every(({ status }) => status === 303)).toBe(true);
    expect(answers.slice(letterLimit).every(({ status }) => status === 422)).toBe(true);
    const page = await post(mine, 'stranger@example.org', '198.51.100.9');
    await expectSound(page, 422, 'if it happens again, wait ten minutes');
    expect(page.body).toContain('value="stranger@example.org"');
    // Whether an address is known still cannot be told.
    const plain = ({ body }: { body: string }, email: string) => body.replaceAll(email, '').replace(/name="attempt" value="[^"]+"/, '');
    const known = await post(mine, 'person-1@example.org', '198.51.100.9');
    expect(plain(known, 'person-1@example.org')).toBe(plain(page, 'stranger@example.org'));
    // Others go on at once, and this one after a while.
    expect((await post(mine, 'neighbour@example.org', '198.51.100.10')).status).toBe(303);
    clock.advance(20 * 60_000);
    expect((await post(mine, 'stranger@example.org', '198.51.100.9')).status).toBe(303);
  });

  test('claims other addresses in vain', async () => {
    const mine = await world({ capacity: 1000 });
    for (const [at, who] of people.entries()) {
      const claimed = `192.0.2.${at % 250}`;
      await post(mine, `${who}@example.org`, '198.51.100.9', {
        'x-forwarded-for': claimed,
        forwarded: `for=${claimed}`,
        'x-real-ip': claimed,
      });
    }
    expect(await lettersOf(mine.event)).toBe(letterLimit);
  });

  test('twins are caught: one that does not count, and one that believes what a header claims, set off a letter for each form', async () => {
    const [uncounted, believing] = [await world({ capacity: 1000 }), await world({ capacity: 1000 })];
    const blind = { ...uncounted.event.ports, viewers: { count: async () => 1, countAt: async () => 1 } };
    for (const [at, who] of people.entries()) {
      const form = { slug: uncounted.event.slug, email: `${who}@example.org`, details: { ...plain }, attemptId: undefined };
      await register({ ...form, viewerIp: '198.51.100.9' }, clock.now(), blind);
      await post(believing, `${who}@example.org`, `192.0.2.${at % 250}`);
    }
    expect(await lettersOf(uncounted.event)).toBe(forms);
    expect(await lettersOf(believing.event)).toBe(forms);
  });

  test('asks for links again as often and no more', async () => {
    const mine = await world();
    const statuses = [];
    for (const who of people) {
      const fields = { email: `${who}@example.org` };
      statuses.push((await mine.visitor.visit('POST', '/registrations/resend', { fields, viewerIp: '198.51.100.9' })).status);
    }
    expect(statuses).toEqual(people.map((_who, at) => (at < letterLimit ? 303 : 422)));
    const sent = { fields: { email: 'late@example.org' }, viewerIp: '198.51.100.9' };
    await expectSound(await mine.visitor.visit('POST', '/registrations/resend', sent), 422, 'value="late@example.org"');
  });
});

const plain = { name: 'Sample Person', organisation: '', comingAs: '', wantsReport: true, format: 'html' } as const;

test('an office of 60 behind one address: every one of them gets a letter, and their place (S12)', async () => {
  const mine = await world({ capacity: office });
  const colleagues = people.slice(0, office);
  for (const who of colleagues) expect((await post(mine, `${who}@example.org`, '198.51.100.9')).status).toBe(303);
  // A third of them look for their letter and ask again.
  for (const who of colleagues.slice(0, 20)) {
    const fields = { email: `${who}@example.org` };
    expect((await mine.visitor.visit('POST', '/registrations/resend', { fields, viewerIp: '198.51.100.9' })).status).toBe(303);
  }
  for (const { letters } of await everyone(mine.event)) expect(letters.count).toBeGreaterThan(0);
  const offices = await world({ capacity: office });
  for (const who of colleagues) await send(offices.event, who, { viewerIp: '198.51.100.9' });
  for (const who of colleagues) expect((await press(offices.event, who)).kind).toBe('confirmed');
});

test('the office is felt by a twin whose limit is that of places: this test would see it', async () => {
  const mine = await world({ capacity: office });
  let counted = 0;
  const strict = { ...mine.event.ports, viewers: { count: async () => (counted++ < 20 ? 1 : letterLimit + 1), countAt: async () => 1 } };
  const outcomes = await Promise.allSettled(
    people.slice(0, office).map((who) => {
      const form = { slug: mine.event.slug, email: `${who}@example.org`, details: { ...plain }, attemptId: undefined };
      return register({ ...form, viewerIp: '198.51.100.9' }, clock.now(), strict);
    }),
  );
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(office - 20);
});

test('a thousand networks together write to one address four times an hour (S12)', async () => {
  const mine = await world({ capacity: 1000 });
  for (const [at] of people.entries()) expect((await post(mine, good.email, `10.1.${at >> 8}.${at & 255}`)).status).toBe(303);
  for (const [at] of people.entries()) {
    const sent = { fields: { email: good.email }, viewerIp: `10.2.${at >> 8}.${at & 255}` };
    expect((await mine.visitor.visit('POST', '/registrations/resend', sent)).status).toBe(303);
  }
  expect((await everyone(mine.event)).map(({ letters }) => letters.count)).toEqual([4]);
});
