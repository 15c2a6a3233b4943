import type { DirectoryAnswer, DirectoryRequest } from '@convener/contracts/calls';
import { commit, toItem } from '@convener/dynamodb';
import { sweepFunction } from '@convener/events';
import type { Reply } from '@convener/http';
import { clockAt } from '@convener/testing';
import { describe, expect, test, vi } from 'vitest';
import { subjectDependencies, sweepDependencies } from '../dependencies.ts';
import { accessibility } from '../service.ts';
import { attendeeNames } from '../store/attendee-names.ts';
import { confirmedCount } from '../store/confirmed-count.ts';
import type { Tables } from '../store/need-store.ts';
import {
  daysAfterTheEnd,
  everythingIn,
  facts,
  freshTables,
  hearFromQueue,
  moved,
  published,
  registration,
  weeksBefore,
} from '../testing/one-event.ts';
import { type Sent, type Twins, visitorOf } from '../testing/visitor.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';
import { deleteMemories } from '../use-cases/delete-memories.ts';
import { freezeFigures } from '../use-cases/freeze-figures.ts';
import { subject } from '../use-cases/subject.ts';
import { changeAccess } from './access-handlers.ts';

/**
 * That a need exists is itself sensitive. Everything is done here once, with plain markers in every field, and then looked for wherever it
 * must not be; and everything is done again by people who say nothing, and the traces are held against each other.
 */
const markers = ['marker-own-words', 'marker-when', 'easy-read', 'relay', 'marker-refused', 'marker-felt', 'marker-number'];
const path = '/my-place/access';
const sweeps = { 'freeze-figures': freezeFigures, 'delete-in-time': deleteInTime, 'delete-memories': deleteMemories };
const listPath = `/organise/events/${facts.eventId}/access`;

interface Traces {
  readonly log: string;
  /** Every state of the ordinary table, as it was after each step. */
  readonly main: readonly string[];
  /** Addresses that answers lead to, with their cookies. */
  readonly addresses: readonly string[];
  /** What everybody else was shown. */
  readonly others: readonly string[];
  /** What registration was asked. */
  readonly asked: readonly string[];
}

async function live(speaks: boolean, twins: (tables: Tables) => Twins = () => ({})): Promise<Traces> {
  const clock = clockAt(weeksBefore.toISOString());
  const tables = await freshTables();
  const asked: string[] = [];
  const main: string[] = [];
  const addresses: string[] = [];
  const others: string[] = [];
  const directory = async (request: DirectoryRequest): Promise<DirectoryAnswer> => {
    asked.push(JSON.stringify(request));
    if (request.kind === 'audience') return { kind: 'audience', ids: ['reg_ada', 'reg_bo'] };
    const entry = { name: 'Sample', address: 'somebody@example.org', format: 'html', status: 'confirmed', links: {} } as const;
    return { kind: 'resolved', entries: request.ids.map((id) => ({ ...entry, id })) };
  };
  const look = async () => main.push(plain(await everythingIn(tables.main)));
  const log = await captured(async () => {
    await hearFromQueue(tables, published(), registration('reg_ada', 'requested', 1), registration('reg_bo', 'requested', 1));
    const visitor = await visitorOf(tables, () => clock.now(), attendeeNames(directory), twins(tables));
    let ada = await visitor.attendee('reg_ada', facts.eventId);
    // Pages of the team, and of somebody else who comes; an organiser opens the list on the day, and sees what is theirs to see.
    const lookAround = async () => {
      const team = await visitor.organiser(['organiser', 'editor'], 'org_team');
      // What organisers offer to everybody is ticked there, whatever anybody said.
      others.push((await visitor.visit('GET', `${listPath}/asking`, team)).body.replaceAll(' checked', ''));
      for (const at of [
        `${listPath}/summary`,
        `${listPath}/on-the-day`,
        '/organise/access/reads',
        '/organise/access/reads.csv',
        '/organise/access',
      ]) {
        others.push((await visitor.visit('GET', at, team)).body);
      }
      others.push((await visitor.visit('GET', path, await visitor.attendee('reg_bo', facts.eventId))).body);
      others.push((await visitor.visit('GET', `/equality/${facts.eventId}`)).body);
    };
    const openOnTheDay = async () => {
      clock.set(facts.startsAt);
      const fields = { reason: 'Nobody else is here and somebody asks for help.' };
      await visitor.visit('POST', `${listPath}/on-the-day`, { ...(await visitor.organiser(['organiser'], 'org_team')), fields });
      await look();
      await lookAround();
    };
    const send = async (fields: NonNullable<Sent['fields']>) => {
      if (speaks) {
        const { headers, cookies } = await visitor.visit('POST', path, { ...ada, fields });
        addresses.push(`${headers.location ?? ''} ${cookies.join()}`);
      }
      await look();
    };
    const told = {
      kinds: 'easy-read',
      ownWords: 'marker-own-words',
      talkFirst: 'yes',
      talkHow: 'relay',
      talkWhen: 'marker-when',
      consentVersion: '2',
    };
    await visitor.visit('GET', path, ada);
    await send({ ...told, ownWords: 'marker-refused' });
    await send({ ...told, consent: 'yes' });
    await send({
      ...told,
      consent: 'yes',
      ownWords: 'marker-own-words changed',
      version: '1',
      answerFormat: 'phone',
      answerPhone: 'marker-number',
    });
    await send({ action: 'remember', months: '12' });
    await send({ action: 'remember', months: '12', remember: 'yes', rememberVersion: '1' });
    await send({ action: 'start-empty' });
    const coordinator = await visitor.organiser(['access-coordinator']);
    await visitor.visit('GET', listPath, coordinator);
    await visitor.visit('GET', '/organise/access', coordinator);
    await look();
    for (const who of [await visitor.organiser(['organiser', 'editor']), {}]) {
      for (const accept of ['text/html', 'application/json']) {
        others.push((await visitor.visit('GET', listPath, { ...who, headers: { accept } })).body);
      }
    }
    others.push(
      (await visitor.visit('GET', path, await visitor.attendee('reg_bo', facts.eventId))).body,
      (await visitor.visit('GET', path)).body,
    );
    await send({ action: 'ask-withdraw' });
    await send({ action: 'withdraw' });
    await send({ ...told, consent: 'yes' });
    await hearFromQueue(
      tables,
      moved({ endsAt: '2124-11-20T13:00:00.000Z' }),
      registration('reg_ada', 'cancelled', 3),
      registration('reg_ada', 'requested', 4),
    );
    await look();
    await send({ ...told, consent: 'yes' });
    others.push(JSON.stringify(await subject({ kind: 'erase', subjectId: 'reg_ada' }, subjectDependencies(tables.needs))));
    await send({ ...told, consent: 'yes' });
    await openOnTheDay();
    for (const days of [0, 1, 15, 29, 31, 400]) {
      clock.set(daysAfterTheEnd(days).toISOString());
      ada = await visitor.attendee('reg_ada', facts.eventId);
      await send({ action: 'say-how-it-was', felt: 'no', feltWords: 'marker-felt' });
      if (speaks) await visitor.visit('POST', `/equality/${facts.eventId}`, { fields: { disabled: 'yes' } });
      await sweepFunction({ sweeps, dependencies: () => sweepDependencies(tables, confirmedCount(directory)), clock: () => clock.now() })();
      await look();
      await lookAround();
    }
    await send({ action: 'forget' });
    await hearFromQueue(tables, registration('reg_ada', 'erased', 9));
    await look();
  });
  return { log, main, addresses, others, asked };
}

/** Without what differs between any two tables: the mark of a write and the random end of a key. */
function plain(items: readonly Readonly<Record<string, unknown>>[]): string {
  const lines = items.map(({ writeId: _own, ...item }) => {
    const sk = String(item.sk).replace(/(READ#[^#]*#).*/, '$1');
    return JSON.stringify({ ...item, sk }, inOrder);
  });
  return lines.sort().join('\n');
}

/** The engine gives attributes in no order. */
function inOrder(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
}

/** All that is written to the terminal, which is the log. */
async function captured(run: () => Promise<void>): Promise<string> {
  const written: string[] = [];
  const take = (...parts: readonly unknown[]) => {
    written.push(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take),
    vi.spyOn(process.stderr, 'write').mockImplementation(take),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name).mockImplementation(take)),
  ];
  try {
    await run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written.join('\n');
}

function found(traces: Traces): readonly string[] {
  const places = Object.entries({ ...traces, log: [traces.log] });
  return places.flatMap(([place, texts]) =>
    markers.filter((marker) => texts.some((text) => tells(text, marker))).map((marker) => `${place}: ${marker}`),
  );
}

/** What everybody may be offered on the form is no trace: there a kind counts only where it is ticked. */
function tells(text: string, marker: string): boolean {
  if (marker.startsWith('marker')) return text.includes(marker);
  return text.includes('<form') ? new RegExp(`value="${marker}"[^>]*checked`).test(text) : text.includes(marker);
}

/** Traces that differ between people who said something and people who said nothing. */
function telling(spoken: Traces, silent: Traces): readonly string[] {
  const codes = (log: string) =>
    log.split('\n').flatMap((line) => (/"message":"[^"]+"|"facts":.*$/.exec(line) ? [line.replace(/"timestamp":"[^"]*",/, '')] : []));
  return [
    ...(spoken.main.join('\n\n') === silent.main.join('\n\n') ? [] : ['main']),
    ...(codes(spoken.log).join('\n') === codes(silent.log).join('\n') ? [] : ['log']),
    ...(spoken.asked.join('\n') === silent.asked.join('\n') ? [] : ['directory']),
    ...(spoken.others.join('\n') === silent.others.join('\n') ? [] : ['others']),
  ];
}

describe('nothing outside the needs table tells', () => {
  test('what somebody said: no marker anywhere', async () => {
    const traces = await live(true);
    expect(found(traces)).toEqual([]);
    // The walk did what it says: lines were caught, answers led somewhere, and registration was asked.
    expect(traces.log).toContain('request.refused');
    expect(traces.addresses.filter((each) => each.startsWith('/'))).toEqual(
      traces.addresses.filter((each) => each === '/my-place/access '),
    );
    expect(traces.addresses.filter((each) => each.startsWith('/'))).toHaveLength(6);
    expect(traces.asked.length).toBeGreaterThan(0);
  });

  test('that somebody said anything: people who spoke and people who did not leave the same traces', async () => {
    expect(telling(await live(true), await live(false))).toEqual([]);
  });

  test('by design: no stream, no publisher, no domain event', () => {
    expect(accessibility.emits).toEqual([]);
    expect(Object.values(accessibility.tables).map(({ stream }) => stream)).toEqual([false, false]);
    expect(Object.values(accessibility.lambdas).map(({ kind }) => kind)).not.toContain('publisher');
  });
});

describe('the claims notice a twin that', () => {
  test('logs what it saves', async () => {
    const traces = await live(true, () => ({
      ports: (ports) => ({
        ...ports,
        needs: {
          ...ports.needs,
          save: (need, under) => {
            console.info(JSON.stringify(need));
            return ports.needs.save(need, under);
          },
        },
      }),
    }));
    expect(found(traces)).toContain('log: marker-own-words');
  });

  test('leaves a note in the ordinary table, though it says nothing of what', async () => {
    const twin = (tables: Tables): Twins => ({
      ports: (ports) => ({
        ...ports,
        needs: {
          ...ports.needs,
          save: async (need, under) => {
            await commit(tables.main, [{ kind: 'put', item: toItem({ pk: `REG#${need.registrationId}`, sk: 'ANSWERED' }) }]);
            return ports.needs.save(need, under);
          },
        },
      }),
    });
    const traces = await live(true, twin);
    expect(found(traces)).toEqual([]);
    expect(telling(traces, await live(false))).toEqual(['main']);
  });

  test('counts in the ordinary table how often somebody is remembered or says how it was', async () => {
    const twin = (tables: Tables): Twins => ({
      ports: (ports) => ({
        ...ports,
        memories: {
          ...ports.memories,
          keep: async (place, remembered) => {
            await commit(tables.main, [{ kind: 'put', item: toItem({ pk: 'COUNT', sk: 'REMEMBERED' }) }]);
            return ports.memories.keep(place, remembered);
          },
        },
      }),
    });
    expect(telling(await live(true, twin), await live(false, twin))).toEqual(['main']);
  });

  test('says it in an address', async () => {
    const twin: typeof changeAccess = async (request, ports): Promise<Reply> => {
      const reply = await changeAccess(request, ports);
      return reply.kind === 'done' ? { ...reply, to: `${reply.to}?kinds=${String(request.fields.kinds)}` } : reply;
    };
    expect(found(await live(true, () => ({ changeAccess: twin })))).toEqual(['addresses: easy-read']);
  });

  test('notes that what needs the coordinator was looked at only where something does', async () => {
    const twin = (): Twins => ({
      coordinate: (ports) => ({
        ...ports,
        boards: {
          ofEvent: async (eventId) => {
            const board = await ports.boards.ofEvent(eventId);
            if (board.needs.length > 0) await ports.reads.record({ eventId, organiserId: 'org_reader', at: weeksBefore.toISOString() });
            return board;
          },
        },
      }),
    });
    expect(telling(await live(true, twin), await live(false, twin))).toContain('main');
  });

  test('asks registration only for those who said something', async () => {
    const twin = (): Twins => ({
      coordinate: (ports) => ({
        ...ports,
        names: {
          ofEvent: async (eventId) => {
            const needs = await ports.list.ofEvent(eventId);
            if (needs.length > 0) console.info(JSON.stringify({ message: 'directory.answered', facts: { count: needs.length } }));
            return new Map();
          },
        },
      }),
    });
    expect(telling(await live(true, twin), await live(false, twin))).toEqual(['log']);
  });
});
