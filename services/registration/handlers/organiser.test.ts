import { queryAll } from '@convener/dynamodb';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { held, idOf, type OpenEvent, openEvent, openFrom, press, send } from '../testing/open-event.ts';
import { type Sent, type Visitor, visitorOf } from '../testing/visitor.ts';

const clock = clockAt(openFrom.toISOString());
let event: OpenEvent;
let visitor: Visitor;
let organiser: Sent;
let base: string;

beforeAll(async () => {
  event = await openEvent({ capacity: 3 });
  visitor = await visitorOf(event.table, () => clock.now());
  organiser = await visitor.organiser(['organiser']);
  base = `/organise/events/${event.eventId}/registrations`;
  for (const who of ['ada', 'ben', 'cy', 'dee']) await send(event, who, { details: { ...sample, name: `${who} of the sample` } });
  await press(event, 'ada');
  await press(event, 'dee');
});

const sample = { organisation: '=HYPERLINK("x")', comingAs: '', wantsReport: true, format: 'html' } as const;
const asJson = (sent: Sent): Sent => ({ ...sent, headers: { accept: 'application/json' } });

async function notices() {
  const types: unknown[] = [];
  for await (const item of queryAll(event.table, { pk: `EVENT#${event.eventId}`, startingWith: 'NOTICES' })) {
    types.push(...(item.envelopes?.L ?? []).map((each) => [each.M?.type?.S, each.M?.actor?.M?.id?.S, each.M?.data?.M?.rows?.N]));
  }
  return types;
}

describe('the list', () => {
  test('shows counts, the picture of capacity and the people', async () => {
    const page = await visitor.visit('GET', base, organiser);
    expect(page.status).toBe(200);
    expect(page.body).toContain('3 of 3 places are taken');
    expect(page.body).toContain('ada of the sample');
    expect(await htmlProblems(page.body)).toEqual([]);
  });

  test('is data for programs, and filters by status', async () => {
    const all = JSON.parse((await visitor.visit('GET', base, asJson(organiser))).body);
    expect(all).toMatchObject({
      places: { capacity: 3, taken: 3, waiting: 1 },
      totals: { pending: 2, confirmed: 1, waitlisted: 1, cancelled: 0 },
      total: 4,
    });
    const waiting = JSON.parse((await visitor.visit('GET', `${base}?status=waitlisted`, asJson(organiser))).body);
    expect(waiting.registrations.map((each: { email: string }) => each.email)).toEqual(['dee@example.org']);
  });

  test('finds people by a post, so that no name stands in an address', async () => {
    const found = await visitor.visit('POST', base, { ...organiser, fields: { text: 'ben' } });
    expect(found.status).toBe(200);
    expect(found.body).toContain('1 found for “ben”');
    expect(await htmlProblems(found.body)).toEqual([]);
    const nobody = await visitor.visit('POST', base, { ...organiser, fields: { text: 'nobody' } });
    expect(nobody.body).toContain('Nobody fits.');
  });

  test('tells a program that searches by the address how to do it, and gives it nobody', async () => {
    for (const address of [`${base}?text=ben`, `${base}.csv?text=ben`]) {
      const told = await visitor.visit('GET', address, asJson(organiser));
      expect([told.status, told.headers['content-type']]).toEqual([400, 'application/problem+json']);
      expect(told.body).not.toContain('example.org');
      expect(told.body).toContain('POST');
    }
    const found = JSON.parse((await visitor.visit('POST', base, { ...organiser, json: { text: 'ben' } })).body);
    expect(found.registrations.map(({ email }: { email: string }) => email)).toEqual(['ben@example.org']);
  });

  test('leads from filters alone to an address that can be kept, and from a name to none', async () => {
    const filtered = await visitor.visit('POST', base, {
      ...organiser,
      fields: { text: '', status: 'pending', columns: ['email', 'told'], order: 'newest', attended: '', report: 'yes' },
    });
    expect([filtered.status, filtered.headers.location]).toEqual([
      303,
      `${base}?status=pending&report=yes&order=newest&columns=email,told`,
    ]);
    const page = await visitor.visit('GET', filtered.headers.location ?? '', organiser);
    expect(await htmlProblems(page.body)).toEqual([]);
    expect(page.body).toContain('How they told us');
    expect(page.body).toContain(`${base}.csv?status=pending&amp;report=yes&amp;order=newest&amp;columns=email,told`);
    expect(page.body).not.toContain('ada of the sample');
    const named = await visitor.visit('POST', base, { ...organiser, fields: { text: 'ben', status: 'pending' } });
    expect([named.status, named.headers.location]).toEqual([200, undefined]);
  });

  test.each(['?status=%3Cscript%3E&columns=__proto__,email&page=-4&told=x', '?page=1e9&columns=', '?address=maybe&attended[]=yes'])(
    'makes nothing of %s that is not there to be made',
    async (query) => {
      const page = await visitor.visit('GET', `${base}${query}`, organiser);
      expect([page.status, await htmlProblems(page.body)]).toEqual([200, []]);
      expect(page.body).toContain('ada of the sample');
    },
  );

  test('is for those who organise or arrange access, and for nobody else', async () => {
    expect((await visitor.visit('GET', base)).headers.location).toContain('/sign-in');
    expect((await visitor.visit('GET', base, await visitor.organiser(['access-coordinator']))).status).toBe(200);
    expect((await visitor.visit('GET', base, await visitor.organiser(['editor']))).status).toBe(403);
    expect((await visitor.visit('GET', `${base}.csv`, await visitor.organiser(['access-coordinator']))).status).toBe(403);
    expect((await visitor.visit('GET', '/organise/events/evt_other/registrations', organiser)).status).toBe(404);
    const nowhere = await visitor.visit('POST', '/organise/events/evt_other/registrations', { ...organiser, fields: { text: '' } });
    expect(nowhere.status).toBe(404);
  });
});

test('the table to take away is harmless, and that it was taken is on record', async () => {
  const table = await visitor.visit('GET', `${base}.csv`, organiser);
  expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(table.headers['content-disposition']).toBe(`attachment; filename="registrations-${event.slug}.csv"`);
  expect(table.body.split('\r\n')).toHaveLength(6);
  expect(table.body).toContain(`"'=HYPERLINK(""x"")"`);
  expect(await notices()).toEqual([['registration.exported.v1', 'org_sample', '4']]);
});

test('the table holds the columns and the people that were chosen', async () => {
  const table = await visitor.visit('GET', `${base}.csv?status=pending&columns=email,told`, organiser);
  expect(table.body.replace('\ufeff', '').split('\r\n')).toEqual([
    '"Name","Registration","Email address","How they told us"',
    `"ben of the sample","${await idOf(event, 'ben')}","ben@example.org","By the form"`,
    `"cy of the sample","${await idOf(event, 'cy')}","cy@example.org","By the form"`,
    '',
  ]);
  expect((await notices()).at(-1)).toEqual(['registration.exported.v1', 'org_sample', '2']);
});

describe('one registration', () => {
  test('is shown, its link sent again, and cancelled; the place goes to whoever waits', async () => {
    const ada = `${base}/${await idOf(event, 'ada')}`;
    const page = await visitor.visit('GET', ada, organiser);
    expect(page.body).toContain('ada of the sample');
    expect(await htmlProblems(page.body)).toEqual([]);
    const resent = await visitor.visit('POST', `${ada}/resend`, organiser);
    expect(resent.headers.location).toBe(`${ada}?done=resent`);
    expect((await visitor.visit('GET', `${ada}?done=resent`, organiser)).body).toContain('Their link is on its way');
    const cancelled = await visitor.visit('POST', `${ada}/cancel`, organiser);
    expect(cancelled.headers.location).toBe(`${ada}?done=cancelled`);
    expect((await held(event, 'ada'))?.state).toMatchObject({ kind: 'cancelled', by: 'organiser' });
    expect((await held(event, 'dee'))?.state.kind).toBe('offered');
    const after = await visitor.visit('GET', `${ada}?done=cancelled`, organiser);
    expect(after.body).not.toContain('Cancel this registration');
  });

  test('of another event, or of nobody, is not found', async () => {
    const id = await idOf(event, 'ben');
    expect((await visitor.visit('GET', `/organise/events/evt_other/registrations/${id}`, organiser)).status).toBe(404);
    expect((await visitor.visit('POST', `${base}/reg_nobody/cancel`, organiser)).status).toBe(404);
    expect((await visitor.visit('POST', `${base}/reg_nobody/resend`, organiser)).status).toBe(404);
  });

  test('a post without a session changes nothing', async () => {
    const id = await idOf(event, 'ben');
    expect((await visitor.visit('POST', `${base}/${id}/cancel`)).status).toBe(401);
    expect((await held(event, 'ben'))?.state.kind).toBe('pending');
  });
});
