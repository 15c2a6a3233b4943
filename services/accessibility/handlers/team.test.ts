import { everyRole, type Role } from '@convener/contracts';
import { notFound } from '@convener/http';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { teamAttention } from '../domain/team-attention.ts';
import type { Tables } from '../store/need-store.ts';
import { arranged, told } from '../testing/arranged.ts';
import { daysAfterTheEnd, everythingIn, facts, freshTables, hear, moved, published, say, weeksBefore } from '../testing/one-event.ts';
import { type Twins, visitorOf } from '../testing/visitor.ts';
import { listNeeds } from './coordinate-handlers.ts';

/** What organisers and editors see of an event's access: what concerns everybody, and nothing of what anybody said. */
const address = `/organise/events/${facts.eventId}/access`;
const clock = clockAt(weeksBefore.toISOString());
const others = [['organiser'], ['editor'], ['organiser', 'editor']] as const satisfies readonly (readonly Role[])[];

let tables: Tables;
beforeEach(async () => {
  clock.set(weeksBefore.toISOString());
  tables = await freshTables();
  await hear(tables, published({ provisions: [{ kind: 'live-captions', detail: '', knownBy: '2124-10-30' }] }));
});

async function visit(roles: readonly Role[], { json = false, twins = {}, path = address }: Visiting = {}) {
  const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map([['reg_ada', 'Sample Ada']]) }, twins);
  return visitor.visit('GET', path, {
    ...(await visitor.organiser(roles)),
    headers: { accept: json ? 'application/json' : 'text/html' },
  });
}
interface Visiting {
  readonly json?: boolean;
  readonly twins?: Twins;
  readonly path?: string;
}

/** Everything that may be kept of one person. */
async function somebodyIsServed(): Promise<void> {
  await say(tables, 'reg_ada', weeksBefore, { kinds: ['breaks'], ownWords: 'Planted words', talkFirst: undefined });
  await arranged(tables, 'adj_one');
  await told(tables, 'reg_ada');
}

describe('an organiser or an editor', () => {
  test.each(others.map((roles) => [roles.join(' and '), roles] as const))('%s sees what concerns everybody', async (_name, roles) => {
    const { status, body } = await visit(roles);
    expect([status, await htmlProblems(body)]).toEqual([200, []]);
    for (const text of [
      '2 things need your attention',
      'Live captions by a captioner: people were to know by now.',
      'Ask the access coordinator',
    ])
      expect(body).toContain(text);
    expect(body.includes('/organise/organisers')).toBe(roles.some((role) => role === 'organiser'));
  });

  test('sees the very same whatever anybody said and whatever is arranged for them', async () => {
    const looks = async () => [
      ...(await Promise.all(others.map((roles) => visit(roles)))),
      ...(await Promise.all(others.map((roles) => visit(roles, { json: true })))),
    ];
    const before = await looks();
    await somebodyIsServed();
    expect((await looks()).map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    expect((await visit(['access-coordinator'])).body).toContain('Planted words');
  });

  test('leaves no note: nobody’s answer was opened', async () => {
    await visit(['organiser']);
    expect((await everythingIn(tables.main)).filter(({ sk }) => String(sk).startsWith('READ#'))).toEqual([]);
  });

  test('is told when it is over or called off, and that an unknown event is not there', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    expect((await visit(['organiser'])).body).toContain('This event is over.');
    const unheard = await visit(['editor'], { path: '/organise/events/evt_none/access' });
    expect([unheard.status, unheard.body.includes('This event is not published yet')]).toEqual([404, true]);
  });

  test('an access coordinator who organises as well sees the list', async () => {
    await somebodyIsServed();
    expect((await visit(everyRole)).body).toContain('Planted words');
  });
});

describe('for them the table of needs is not read at all', () => {
  /** Where it is away, whoever reads it fails. */
  async function statusWithoutNeeds(roles: readonly Role[], twins: Twins = {}): Promise<number> {
    tables = { ...tables, needs: { ...tables.needs, name: 'not-there' } };
    return (await visit(roles, { twins })).status;
  }

  test.each(others.map((roles) => [roles.join(' and '), roles] as const))('%s gets the page without it', async (_name, roles) => {
    expect(await statusWithoutNeeds(roles)).toBe(200);
  });

  test('the claim notices a twin that counts what is urgent for them', async () => {
    const counting: Twins['listNeeds'] = async (request, ports) => {
      await ports.boards.ofEvent(request.params.eventId ?? '');
      return listNeeds(request, ports);
    };
    expect(await statusWithoutNeeds(['organiser'], { listNeeds: counting })).toBe(500);
  });

  test('and one that opens the list before it looks at the role', async () => {
    const hasty: Twins['listNeeds'] = async (request, ports) => {
      const needs = await ports.list.ofEvent(request.params.eventId ?? '');
      return needs ? listNeeds(request, ports) : notFound('event');
    };
    expect(await statusWithoutNeeds(['editor'], { listNeeds: hasty })).toBe(500);
  });
});

describe('what needs the team', () => {
  const event = { ...facts, calledOffAt: undefined, version: 1 };
  const kinds = (knownBy: string | undefined, now: string, contact = 'Sample, 01632 960000') =>
    teamAttention(
      { ...event, provisions: [{ kind: 'parking', detail: '', ...(knownBy ? { knownBy } : {}) }] },
      { contact },
      new Date(now),
    ).map(({ kind }) => kind);

  test('is what was promised by a day that has passed, or is near by working days', () => {
    expect(kinds('2124-11-03', '2124-11-03T09:00:00Z')).toEqual(['soon']);
    expect(kinds('2124-11-03', '2124-11-04T09:00:00Z')).toEqual(['overdue']);
    expect(kinds('2124-11-14', '2124-11-01T09:00:00Z')).toEqual([]);
    expect(kinds(undefined, '2124-11-01T09:00:00Z')).toEqual([]);
  });

  test('is that nobody is named, that nothing is announced, and nothing after the event', () => {
    expect(kinds(undefined, '2124-11-01T09:00:00Z', ' ')).toEqual(['nobody-to-talk-to']);
    expect(teamAttention({ ...event, provisions: [] }, { contact: 'x' }, weeksBefore)).toEqual([{ kind: 'nothing-announced' }]);
    expect(kinds('2124-11-03', event.endsAt, '')).toEqual([]);
    expect(teamAttention({ ...event, provisions: [], calledOffAt: event.startsAt }, { contact: '' }, weeksBefore)).toEqual([]);
  });

  test('changes with the event', async () => {
    await hear(tables, moved({ provisions: [] }));
    const { body } = await visit(['organiser']);
    expect(body).toContain('Nothing is announced yet.');
    // What is said to attendees is not said to the team.
    expect(body).not.toContain('Tell us what would help');
  });
});
