import type { Role } from '@convener/contracts';
import { clockAt } from '@convener/testing';
import type { Tables } from '../store/need-store.ts';
import type { Board } from '../use-cases/arranging-ports.ts';
import { arrangePorts, handleOf } from './arranged.ts';
import { facts, freshTables, hear, published, say, weeksBefore } from './one-event.ts';
import { type Sent, type Twins, type Visit, visitorOf } from './visitor.ts';

export const base = `/organise/events/${facts.eventId}/access`;
export const clock = clockAt(weeksBefore.toISOString());
const names = { ofEvent: async () => new Map([['reg_ada', 'Sample Ada <b>']]) };

/** Something to arrange, as its form sends it. */
export const thing = {
  kind: 'breaks',
  what: 'A break <b>',
  ownerName: 'Owner',
  ownerEmail: 'owner@example.org',
  adjustmentId: 'adj_0123456789abcdefghij',
};

/** What Ada is told first, as its form sends it. */
export const telling = { action: 'tell', which: 'provided', provided: 'A break.', contact: 'Sample', tellingVersion: '0' };

/** An access coordinator at an event at which Ada has told something. */
export interface Coordinator {
  readonly tables: Tables;
  /** The address of what is arranged for Ada. */
  readonly person: string;
  /** By an access coordinator unless said. */
  visit(method: 'GET' | 'POST', path: string, sent?: Sent, roles?: readonly Role[], twins?: Twins): Promise<Visit>;
  asAda(fields: Readonly<Record<string, string>>): Promise<Visit>;
  board(): Promise<Board>;
}

export async function coordinator(): Promise<Coordinator> {
  const tables = await freshTables();
  clock.set(weeksBefore.toISOString());
  await hear(tables, published());
  await say(tables, 'reg_ada');
  const visitorWith = (twins: Twins = {}) => visitorOf(tables, () => clock.now(), names, twins);
  return {
    tables,
    person: `${base}/people/${await handleOf('reg_ada')}`,
    visit: async (method, path, sent = {}, roles = ['access-coordinator'], twins = {}) => {
      const visitor = await visitorWith(twins);
      return visitor.visit(method, path, { ...(await visitor.organiser(roles)), ...sent });
    },
    asAda: async (fields) => {
      const visitor = await visitorWith();
      return visitor.visit('POST', '/my-place/access', { ...(await visitor.attendee('reg_ada', facts.eventId)), fields });
    },
    board: () => arrangePorts(tables).boards.ofEvent(facts.eventId),
  };
}
