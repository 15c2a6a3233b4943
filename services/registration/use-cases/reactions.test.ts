import { queryAll } from '@convener/dynamodb';
import { seededRandom } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import {
  factsOf,
  freshTable,
  held,
  idOf,
  type OpenEvent,
  openEvent,
  openFrom,
  placesIn,
  portsOver,
  press,
  send,
} from '../testing/open-event.ts';
import { directory } from './directory.ts';
import { callOffEvent, keepEvent, keepJoining } from './keep-event.ts';
import type { Links } from './ports.ts';
import { subject } from './subject.ts';
import { tendEvents } from './tend-events.ts';

const at = (minute: number) => `2024-10-01T08:${String(minute).padStart(2, '0')}:00.000Z`;

/** Everything that is stored of an event, but for the marks of single writes. */
async function stateOf({ table, eventId, slug }: Pick<OpenEvent, 'table' | 'eventId' | 'slug'>) {
  const items: unknown[] = [];
  for (const pk of [`EVENT#${eventId}`, `SLUG#${slug}`, 'SLUG#renamed']) {
    for await (const { writeId, ...item } of queryAll(table, { pk })) items.push(item);
  }
  return items;
}

describe('domain events of an event, told 1 to 5 times in any order', () => {
  const facts = factsOf();
  type Ports = ReturnType<typeof portsOver>;
  const told: readonly ((ports: Ports) => Promise<unknown>)[] = [
    (ports) => keepEvent({ facts, version: 2, at: at(2) }, openFrom, ports),
    (ports) => keepEvent({ facts: { ...facts, capacity: 80, title: 'Changed' }, version: 3, at: at(3) }, openFrom, ports),
    (ports) => keepEvent({ facts: { ...facts, capacity: 40, slug: 'renamed' }, version: 4, at: at(4) }, openFrom, ports),
    (ports) => callOffEvent({ facts: { ...facts, slug: 'renamed' }, version: 5, at: at(5) }, openFrom, ports),
    (ports) =>
      keepJoining(facts.eventId, {
        ...ports,
        joiningOf: async () => ({ link: 'https://meet.example.org/a', instructions: '', version: 7 }),
      }),
  ];

  async function afterTelling(order: readonly number[], tell = told): Promise<unknown> {
    const table = await freshTable();
    for (const number of order) await tell[number]?.(portsOver(table));
    return stateOf({ table, eventId: facts.eventId, slug: facts.slug });
  }

  /** Shuffled histories with repetitions, each against the plain one. */
  function histories(count: number): number[][] {
    const random = seededRandom(9);
    return Array.from({ length: count }, () =>
      random.shuffled(told.flatMap((_, number) => Array<number>(1 + random.integer(5)).fill(number))),
    );
  }

  test('end in the same state', async () => {
    const plain = await afterTelling([0, 1, 2, 3, 4]);
    for (const history of histories(25)) expect({ history, state: await afterTelling(history) }).toEqual({ history, state: plain });
  });

  test('the same test catches a read model without versions', async () => {
    let clock = 10;
    const unversioned = told.map((_, number) => async (ports: Ports) => {
      clock += 1;
      await ports.events.keepFacts({ ...facts, capacity: 10 + number }, clock, at(3));
    });
    const plain = JSON.stringify(await afterTelling([0, 1, 2, 3, 4], unversioned));
    const others = await Promise.all(histories(3).map(async (history) => JSON.stringify(await afterTelling(history, unversioned))));
    expect(others.some((other) => other !== plain)).toBe(true);
  });
});

test('raising the capacity moves the line; lowering it throws nobody out', async () => {
  const event = await openEvent({ capacity: 1 });
  for (const who of ['ada', 'ben', 'cy']) await send(event, who);
  for (const who of ['ada', 'ben', 'cy']) await press(event, who, new Date(openFrom.getTime() + who.length));
  await keepEvent({ facts: { ...event.facts, capacity: 2 }, version: 3, at: at(3) }, openFrom, event.ports);
  expect(await placesIn(event)).toMatchObject({ capacity: 2, taken: 2, waiting: 1 });
  await keepEvent({ facts: { ...event.facts, capacity: 0 }, version: 4, at: at(4) }, openFrom, event.ports);
  expect(await placesIn(event)).toMatchObject({ capacity: 0, taken: 2, waiting: 1 });
});

describe('the sweep', () => {
  const near = new Date('2024-11-19T10:00:00Z');

  async function opened(event: OpenEvent): Promise<number> {
    let count = 0;
    for await (const item of queryAll(event.table, { pk: `EVENT#${event.eventId}`, startingWith: 'NOTICES' }))
      count += item.envelopes?.L?.length ?? 0;
    return count;
  }

  test('opens joining once, a day before, and only where there is something to join by', async () => {
    const event = await openEvent();
    await tendEvents(near, event.ports);
    expect(await opened(event)).toBe(0);
    await event.ports.events.keepJoining(event.eventId, { link: 'https://meet.example.org/a', instructions: '' }, 1);
    await tendEvents(new Date(near.getTime() - 1), event.ports);
    expect(await opened(event)).toBe(0);
    for (let round = 0; round < 3; round += 1) await tendEvents(near, event.ports);
    await Promise.all([1, 2, 3].map(() => tendEvents(near, event.ports)));
    expect(await opened(event)).toBe(1);
  });

  test('opens joining again, once, where the event was put off after it had opened', async () => {
    const event = await openEvent();
    await event.ports.events.keepJoining(event.eventId, { link: 'https://meet.example.org/a', instructions: '' }, 1);
    await tendEvents(near, event.ports);
    const put = { startsAt: '2024-12-20T10:00:00.000Z', endsAt: '2024-12-20T12:30:00.000Z' };
    await keepEvent({ facts: { ...event.facts, ...put }, version: 3, at: near.toISOString() }, near, event.ports);
    for (const day of ['18', '19', '19', '20']) {
      await tendEvents(new Date(`2024-12-${day}T10:00:00Z`), event.ports);
      const openedAt = (await event.ports.events.byId(event.eventId))?.notices.joiningOpenedAt;
      expect(openedAt).toBe(day === '18' ? near.toISOString() : '2024-12-19T10:00:00.000Z');
    }
  });

  test('marks those whom the reaction did not reach, then leaves the event alone', async () => {
    const event = await openEvent();
    await send(event, 'ada');
    await event.ports.events.callOff(event.eventId, openFrom.toISOString());
    expect(await tendEvents(new Date(openFrom.getTime() + 1000), event.ports)).toBe(1);
    expect((await held(event, 'ada'))?.state.kind).toBe('cancelled');
    expect(await placesIn(event)).toMatchObject({ settledAt: undefined });
    await tendEvents(new Date(openFrom.getTime() + 61_000), event.ports);
    expect((await placesIn(event)).settledAt).toBeDefined();
  });
});

describe('the directory', () => {
  const links: Links = {
    mint: async (purpose, { registrationId, linkVersion }) => `https://x.example.org/${purpose}/${registrationId}.${linkVersion}`,
    read: async () => undefined,
  };

  test('turns ids into people with the links that are asked for; the unknown and the erased are left out', async () => {
    const event = await openEvent();
    await send(event, 'ada');
    await send(event, 'ben');
    const [ada, ben] = [await idOf(event, 'ada'), await idOf(event, 'ben')];
    await subject({ kind: 'erase', subjectId: ben }, openFrom, event.ports);
    const answer = await directory(
      { kind: 'resolve', purpose: 'letter', ids: [ada, ben, 'reg_nobody', ada], links: ['confirm', 'joining', 'preferences'] },
      { ...event.ports, links },
    );
    expect(answer).toEqual({
      kind: 'resolved',
      entries: [
        {
          id: ada,
          eventId: event.eventId,
          name: 'Sample Person',
          address: 'ada@example.org',
          format: 'html',
          status: 'pending',
          wantsReport: expect.any(Boolean),
          toConfirm: { until: expect.any(String), placeHeld: true },
          hasOrHadPlace: false,
          version: 1,
          links: { confirm: `https://x.example.org/confirm/${ada}.1`, joining: `https://x.example.org/manage/${ada}.1` },
        },
      ],
    });
  });

  test('tells who has a place, and who had one when the event was called off', async () => {
    const event = await openEvent({ capacity: 1 });
    for (const who of ['ada', 'ben', 'cy']) await send(event, who);
    for (const who of ['ada', 'ben']) await press(event, who);
    const ids = await Promise.all(['ada', 'ben', 'cy'].map((who) => idOf(event, who)));
    const told = async () => {
      const answer = await directory({ kind: 'resolve', purpose: 'letter', ids, links: [] }, { ...event.ports, links });
      return answer.kind === 'resolved' && ids.map((id) => answer.entries.find((entry) => entry.id === id)?.hasOrHadPlace);
    };
    expect(await told()).toEqual([true, false, false]);
    await event.ports.events.callOff(event.eventId, openFrom.toISOString());
    await tendEvents(new Date(openFrom.getTime() + 1000), event.ports);
    expect((await held(event, 'ada'))?.state.kind).toBe('cancelled');
    expect(await told()).toEqual([true, false, false]);
  });

  test('lists an audience page by page, each once', async () => {
    const event = await openEvent({ capacity: 150 });
    const people = Array.from({ length: 160 }, (_, number) => `person${number}`);
    for (const who of people) {
      await send(event, who, { details: { name: who, organisation: '', comingAs: '', wantsReport: who.endsWith('1'), format: 'html' } });
      await press(event, who);
    }
    const read = async (wantingReport: boolean, statuses: readonly ('confirmed' | 'waitlisted')[]) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await directory(
          { kind: 'audience', purpose: 'mailing', eventId: event.eventId, statuses: [...statuses], wantingReport, cursor },
          { ...event.ports, links },
        );
        if (page.kind !== 'audience') throw new Error('An audience was asked for.');
        ids.push(...page.ids);
        cursor = page.cursor;
      } while (cursor);
      return ids;
    };
    const everybody = await read(false, ['confirmed', 'waitlisted']);
    expect([everybody.length, new Set(everybody).size]).toEqual([160, 160]);
    expect(await read(false, ['waitlisted'])).toHaveLength(10);
    expect(await read(true, ['confirmed'])).toHaveLength(15);
  });
});

test('a person’s data is exported whole, and erased but for the id', async () => {
  const event = await openEvent();
  await send(event, 'ada');
  const id = await idOf(event, 'ada');
  const exported = await subject({ kind: 'export', subjectId: id }, openFrom, event.ports);
  expect(exported).toMatchObject({
    kind: 'exported',
    service: 'registration',
    held: { registration: { email: 'ada@example.org', status: 'pending' } },
  });
  expect(await subject({ kind: 'erase', subjectId: id }, openFrom, event.ports)).toMatchObject({ kind: 'erased', items: 1 });
  expect(await subject({ kind: 'erase', subjectId: id }, openFrom, event.ports)).toMatchObject({ kind: 'erased', items: 0 });
  const left: string[] = [];
  for await (const item of queryAll(event.table, { pk: `REG#${id}` })) left.push(JSON.stringify(item));
  expect(left).toHaveLength(1);
  expect(left.join()).not.toMatch(/ada@|Sample Person/);
});
