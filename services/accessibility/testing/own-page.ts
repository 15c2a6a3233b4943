import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { expect } from 'vitest';
import type { Need } from '../domain/need.ts';
import type { Tables } from '../store/need-store.ts';
import { everythingIn, facts, freshTables, hear, publicPorts, published, registration, weeksBefore } from './one-event.ts';
import { type Sent, type Visit, type Visitor, visitorOf } from './visitor.ts';

export const clock = clockAt(weeksBefore.toISOString());

/** One address takes everything. */
export const page = '/my-place/access';

/** What somebody sends who tells something for the first time. */
export const telling = {
  kinds: ['live-captions', 'breaks'],
  ownWords: 'Questions the day before.',
  consent: 'yes',
  consentVersion: '2',
  version: '0',
};

/** The page of Ada, who has a place at an event that provides captions. */
export interface OwnPage {
  readonly tables: Tables;
  readonly visitor: Visitor;
  /** Somebody's cookie, as fresh as the clock. */
  as(registrationId: string, eventId?: string): Promise<Sent>;
  /** By Ada unless said. */
  get(who?: Sent): Promise<Visit>;
  post(fields: NonNullable<Sent['fields']>, who?: Sent): Promise<Visit>;
  json(json: object, who?: Sent): Promise<Visit>;
  stored(): Promise<Need | undefined>;
  /** Expects nothing but notes that something was taken back, which say neither whose nor when. */
  nothingStored(): Promise<void>;
}

export async function ownPage(): Promise<OwnPage> {
  clock.set(weeksBefore.toISOString());
  const tables = await freshTables();
  const provisions = [{ kind: 'live-captions', detail: 'By a captioner' }] as const;
  await hear(tables, published({ provisions: [...provisions] }), registration('reg_ada', 'requested', 1));
  const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() });
  const as = (registrationId: string, eventId = facts.eventId) => visitor.attendee(registrationId, eventId);
  return {
    tables,
    visitor,
    as,
    get: async (who) => visitor.visit('GET', page, who ?? (await as('reg_ada'))),
    post: async (fields, who) => visitor.visit('POST', page, { ...(who ?? (await as('reg_ada'))), fields }),
    json: async (json, who) => visitor.visit('POST', page, { ...(who ?? (await as('reg_ada'))), json }),
    stored: () => publicPorts(tables).needs.load(facts.eventId, 'reg_ada'),
    nothingStored: async () => {
      const everything = await everythingIn(tables.needs);
      const [notes, others] = [true, false].map((note) => everything.filter(({ sk }) => String(sk).startsWith('WITHDRAWN#') === note));
      expect(others).toEqual([]);
      expect(notes?.map((each) => Object.keys(each).sort().join())).toEqual(notes?.map(() => 'pk,sk'));
    },
  };
}

export async function expectSound(visit: Visit, status: number, ...says: readonly string[]): Promise<void> {
  expect(visit.status).toBe(status);
  for (const text of says) expect(visit.body).toContain(text);
  expect(await htmlProblems(visit.body)).toEqual([]);
  expect(visit.headers['cache-control']).toBe('no-store');
}
