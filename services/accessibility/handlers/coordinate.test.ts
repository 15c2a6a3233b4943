import type { Role } from '@convener/contracts';
import type { DirectoryAnswer, DirectoryRequest } from '@convener/contracts/calls';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { attendeeNames } from '../store/attendee-names.ts';
import type { Tables } from '../store/need-store.ts';
import { daysAfterTheEnd, everythingIn, facts, freshTables, hear, published, say, weeksBefore } from '../testing/one-event.ts';
import { type Twins, visitorOf } from '../testing/visitor.ts';

const address = `/organise/events/${facts.eventId}/access`;
const clock = clockAt(weeksBefore.toISOString());
const people = new Map([
  ['reg_ada', 'Sample Ada'],
  ['reg_bo', 'Sample Bo <b>'],
  ['reg_cy', 'Sample Cy'],
]);

let tables: Tables;
beforeAll(async () => {
  tables = await freshTables();
  await hear(tables, published(), published({ eventId: 'evt_quiet', slug: 'quiet' }));
  await say(tables, 'reg_ada', weeksBefore, { kinds: ['breaks'], ownWords: 'Planted words', talkFirst: undefined });
  const talkFirst = { how: 'phone', when: '01632 960001 <script>' } as const;
  await say(tables, 'reg_bo', new Date(weeksBefore.getTime() + 1000), { kinds: ['breaks', 'easy-read'], ownWords: '', talkFirst });
});

const known = { ofEvent: async () => people };
async function visit(roles: readonly Role[], options: { json?: boolean; path?: string; twins?: Twins; down?: boolean } = {}) {
  const down = { ofEvent: () => Promise.reject(new Error('Registration is down.')) };
  const visitor = await visitorOf(tables, () => clock.now(), options.down ? down : known, options.twins);
  const headers = { accept: options.json ? 'application/json' : 'text/html' };
  return visitor.visit('GET', options.path ?? address, { ...(await visitor.organiser(roles)), headers });
}

describe('an access coordinator', () => {
  test('sees everybody by name: who wants to talk first, what would help, in their own words', async () => {
    const { status, body, headers } = await visit(['access-coordinator']);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    for (const text of ['Sample Ada', 'Planted words', 'More breaks', 'Talk to them first', '01632 960001 &lt;script>'])
      expect(body).toContain(text);
    expect(body.indexOf('Sample Bo')).toBeLessThan(body.indexOf('Sample Ada'));
    // What is taken away as a file are costs alone.
    expect(body).not.toMatch(/@example|<script>|(?<!costs)\.csv/i);
    expect(await htmlProblems(body)).toEqual([]);
  });

  test('a program of theirs gets the same', async () => {
    const { body } = await visit(['access-coordinator', 'organiser'], { json: true });
    expect(JSON.parse(body).needs).toMatchObject([
      { registrationId: 'reg_bo', kinds: ['breaks', 'easy-read'], talkFirst: { how: 'phone' } },
      { registrationId: 'reg_ada', name: 'Sample Ada', ownWords: 'Planted words' },
    ]);
  });

  test('sees the list without names while registration cannot be asked', async () => {
    const { status, body } = await visit(['access-coordinator'], { down: true });
    expect(status).toBe(200);
    for (const text of ['Names cannot be shown just now', 'Name not available now', 'reg_ada', 'Planted words'])
      expect(body).toContain(text);
  });

  test('sees nothing once the time is over, deleted or not', async () => {
    clock.set(daysAfterTheEnd(30).toISOString());
    const { status, body } = await visit(['access-coordinator']);
    clock.set(weeksBefore.toISOString());
    expect(status).toBe(200);
    expect(body).not.toContain('Planted words');
  });

  test('an event that does not exist is not found', async () => {
    expect((await visit(['access-coordinator'], { path: '/organise/events/evt_none/access' })).status).toBe(404);
  });
});

describe('everybody else', () => {
  test('whoever has no role gets the same refusal for an event with answers, without, and unknown', async () => {
    for (const json of [false, true]) {
      const answers = await Promise.all(
        [address, '/organise/events/evt_quiet/access', '/organise/events/evt_none/access'].map((path) => visit([], { json, path })),
      );
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    }
  });

  test('whoever is not signed in is asked to sign in', async () => {
    const visitor = await visitorOf(tables, () => clock.now(), known);
    expect((await visitor.visit('GET', address)).headers.location).toMatch(/^\/sign-in\?return=/);
    const program = await visitor.visit('GET', address, { headers: { accept: 'application/json' } });
    expect([program.status, program.body.includes('reg_')]).toEqual([401, false]);
  });
});

describe('each look is noted before anything is shown', () => {
  const readsOf = async (eventId: string) =>
    (await everythingIn(tables.main)).filter(({ pk, sk }) => pk === `EVENT#${eventId}` && String(sk).startsWith('READ#'));

  test('who, when and which event, also where there is nothing to see; refusals leave none', async () => {
    const before = (await readsOf('evt_quiet')).length;
    const { body } = await visit(['access-coordinator'], { path: '/organise/events/evt_quiet/access' });
    expect(body).toContain('Nobody has told us anything.');
    await visit(['organiser'], { path: '/organise/events/evt_quiet/access' });
    const reads = await readsOf('evt_quiet');
    expect(reads.length).toBe(before + 1);
    const { sk: _random, writeId: _own, expiresAt: _later, readings: _index, ...rest } = reads[0] ?? {};
    expect(rest).toEqual({ pk: 'EVENT#evt_quiet', eventId: 'evt_quiet', organiserId: 'org_reader', at: weeksBefore.toISOString() });
  });

  /** Did words come out although the look could not be noted? */
  async function shownUnnoted(twins: Twins): Promise<boolean> {
    return (await visit(['access-coordinator'], { twins })).body.includes('Planted words');
  }
  const failing = () => Promise.reject(new Error('The table is away.'));

  test('what cannot be noted is not shown', async () => {
    expect(await shownUnnoted({ coordinate: (ports) => ({ ...ports, reads: { ...ports.reads, record: failing } }) })).toBe(false);
  });
  test('the claim notices a twin that shows it all the same', async () => {
    const careless: Twins = {
      coordinate: (ports) => ({ ...ports, reads: { ...ports.reads, record: () => failing().catch(() => undefined) } }),
    };
    expect(await shownUnnoted(careless)).toBe(true);
  });
});

describe('registration’s directory', () => {
  test('is asked for everybody who comes, in the call’s own batches, and never for those with an answer', async () => {
    const asked: DirectoryRequest[] = [];
    const everybody = Array.from({ length: 230 }, (_, number) => `reg_${number}`);
    const directory = async (request: DirectoryRequest): Promise<DirectoryAnswer> => {
      asked.push(request);
      if (request.kind === 'audience') {
        const from = Number(request.cursor ?? 0);
        const cursor = from + 100 < everybody.length ? { cursor: String(from + 100) } : {};
        return { kind: 'audience', ids: everybody.slice(from, from + 100), ...cursor };
      }
      const entry = { address: 'somebody@example.org', format: 'html', status: 'confirmed', links: {} } as const;
      return { kind: 'resolved', entries: request.ids.map((id) => ({ ...entry, id, name: `Sample ${id}` })) };
    };
    const names = await attendeeNames(directory).ofEvent(facts.eventId);
    expect([names.size, names.get('reg_229'), [...names.values()].some((name) => name.includes('@'))]).toEqual([
      230,
      'Sample reg_229',
      false,
    ]);
    expect(asked.flatMap((request) => (request.kind === 'resolve' ? [request.ids.length, request.purpose] : []))).toEqual(
      [100, 100, 30].flatMap((count) => [count, 'access-coordination']),
    );
  });
});
