import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listed } from '../testing/listed.ts';
import {
  countByStatus,
  countUnreached,
  everybody,
  findRegistrations,
  type ListFilters,
  listPageSize,
  namesakes,
  noGroup,
} from './find-registrations.ts';
import { growthByDay } from './growth.ts';
import { waysOfTelling } from './registration.ts';

const all = [
  ...Array.from({ length: 230 }, (_, number) => listed(number)),
  listed(500, { status: 'waitlisted', name: 'Zoë Ünal', told: 'phone', email: '' }),
  listed(501, { status: 'cancelled', since: '2024-12-01T09:00:00.000Z' }),
];

describe('the organiser’s list', () => {
  test('comes a hundred at a time, each exactly once', () => {
    const pages = [1, 2, 3].map((page) => findRegistrations(all, { ...everybody, page }));
    expect(pages.map((page) => page.rows.length)).toEqual([listPageSize, listPageSize, 32]);
    expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.registrationId))).size).toBe(232);
    expect(findRegistrations(all, { ...everybody, page: 99 }).page).toBe(3);
  });

  test('finds people as they are typed, without accents or capitals', () => {
    expect(findRegistrations(all, { ...everybody, text: 'zoe  unal' }).rows).toHaveLength(1);
    expect(findRegistrations(all, { ...everybody, text: 'PERSON7@' }).rows).toHaveLength(1);
  });

  test('is counted by status, and those whom no letter reaches', () => {
    expect(countByStatus(all)).toEqual({ pending: 0, confirmed: 230, waitlisted: 1, offered: 0, cancelled: 1 });
    expect(countUnreached(all)).toBe(1);
    expect(countUnreached([listed(1, { email: '', status: 'cancelled' })])).toBe(0);
  });

  test('stands by status and name, or the newest first', () => {
    const some = [listed(1, { name: 'Ben' }), listed(2, { name: 'ada' }), listed(3, { name: 'Zed', status: 'offered' })];
    const names = (order: 'name' | 'newest') => findRegistrations(some, { ...everybody, order }).rows.map(({ details }) => details.name);
    expect([names('name'), names('newest')]).toEqual([
      ['ada', 'Ben', 'Zed'],
      ['Zed', 'ada', 'Ben'],
    ]);
  });

  test('each filter parts the list in two, and together they only ever narrow it', () => {
    const person = fc.record({
      status: fc.constantFrom('pending', 'confirmed', 'waitlisted', 'offered', 'cancelled'),
      told: fc.constantFrom(...waysOfTelling),
      email: fc.constantFrom('', 'sample@example.org'),
      group: fc.constantFrom(undefined, 'speakers'),
      attended: fc.constantFrom(undefined, { at: '2024-11-20T10:00:00.000Z', how: 'code' } as const),
    });
    const people = fc.array(person, { maxLength: 30 }).map((each) => each.map((changes, number) => listed(number, changes)));
    const count = (of: Parameters<typeof findRegistrations>[0], filters: Partial<ListFilters>) =>
      findRegistrations(of, { ...everybody, ...filters }).total;
    fc.assert(
      fc.property(people, (some) => {
        expect(count(some, { group: 'speakers' }) + count(some, { group: noGroup })).toBe(some.length);
        for (const name of ['attended', 'wantsReport', 'hasAddress', 'supporter'] as const) {
          expect(count(some, { [name]: true }) + count(some, { [name]: false })).toBe(some.length);
          expect(count(some, { [name]: true, status: 'confirmed' })).toBeLessThanOrEqual(count(some, { status: 'confirmed' }));
        }
        expect(waysOfTelling.reduce((sum, told) => sum + count(some, { told }), 0)).toBe(some.length);
      }),
    );
  });

  test('knows namesakes however they were typed, cancelled ones left out', () => {
    expect(namesakes(all, ' zoe UNAL ')).toHaveLength(1);
    expect(namesakes([listed(1, { name: 'Ada', status: 'cancelled' })], 'Ada')).toEqual([]);
  });
});

describe('growth', () => {
  test('goes by the days of the event’s own zone', () => {
    const late = [listed(1, { registeredAt: '2024-07-01T23:30:00.000Z' })];
    expect(growthByDay(late, 'Europe/London').map(({ label }) => label)).toEqual(['2 Jul 2024']);
    expect(growthByDay(late, 'UTC').map(({ label }) => label)).toEqual(['1 Jul 2024']);
  });

  test('ends with what stands: nobody unconfirmed, those who wait, those who cancelled', () => {
    const growth = growthByDay([...all, listed(9, { status: 'pending' })], 'Europe/London');
    expect(growth.at(-1)).toMatchObject({ standing: 231, waiting: 1, cancelled: 1 });
    expect(growth.at(-2)).toMatchObject({ standing: 232, waiting: 1, cancelled: 0 });
  });
});
