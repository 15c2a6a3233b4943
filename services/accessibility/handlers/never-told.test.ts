import { commit, toItem } from '@convener/dynamodb';
import type { Reply } from '@convener/http';
import { describe, expect, test } from 'vitest';
import { accessibility } from '../service.ts';
import type { Tables } from '../store/need-store.ts';
import { weeksBefore } from '../testing/one-event.ts';
import { found, live, telling } from '../testing/traces.ts';
import type { Twins } from '../testing/visitor.ts';
import { changeAccess } from './access-handlers.ts';

/**
 * That a need exists is itself sensitive. Everything is done here once, with plain markers in every field, and then looked for wherever it
 * must not be; and everything is done again by people who say nothing, and the traces are held against each other.
 */
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
