import { commit, toItem } from '@convener/dynamodb';
import { sweepFunction } from '@convener/events';
import { clockAt } from '@convener/testing';
import { describe, expect, test, vi } from 'vitest';
import type { Tables } from '../store/need-store.ts';
import { handleOf } from '../testing/arranged.ts';
import { postOffice } from '../testing/letters.ts';
import {
  daysAfterTheEnd,
  deletionPorts,
  everythingIn,
  facts,
  freshTables,
  hearFromQueue,
  moved,
  published,
  registration,
  weeksBefore,
} from '../testing/one-event.ts';
import { type Twins, visitorOf } from '../testing/visitor.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';
import { sendLetters } from '../use-cases/send-letters.ts';
import type { LettersPorts } from '../use-cases/sending.ts';

/**
 * The second half of "that a need exists is itself sensitive": what is arranged and answered. Lived through twice, once for somebody who said
 * something and once for nobody; the coordinator looks at the same pages both times. Log, ordinary table, what registration and mailing
 * are asked, and what others are shown must be the same.
 */
const markers = ['marker-provided', 'marker-reason', 'marker-contact', 'marker-reply', 'marker-what'];
const path = '/my-place/access';
const base = `/organise/events/${facts.eventId}/access`;

interface Traces {
  readonly log: string;
  readonly main: readonly string[];
  readonly addresses: readonly string[];
  readonly others: readonly string[];
  /** What registration was asked, and how often mailing. */
  readonly asked: readonly string[];
  readonly letters: readonly string[];
}

interface Arranged {
  readonly twins?: (tables: Tables) => Twins;
  readonly letters?: (ports: LettersPorts, tables: Tables) => LettersPorts;
}

async function live(speaks: boolean, { twins = () => ({}), letters = (ports) => ports }: Arranged = {}): Promise<Traces> {
  const clock = clockAt(weeksBefore.toISOString());
  const tables = await freshTables();
  const main: string[] = [];
  const addresses: string[] = [];
  const others: string[] = [];
  const asked: string[] = [];
  const office = postOffice(tables);
  const names = {
    ofEvent: async () => {
      asked.push('registration');
      return new Map([['reg_ada', 'Sample Ada']]);
    },
  };
  const look = async () => main.push(plain(await everythingIn(tables.main)));
  const log = await captured(async () => {
    await hearFromQueue(tables, published(), registration('reg_ada', 'requested', 1), registration('reg_bo', 'requested', 1));
    const visitor = await visitorOf(tables, () => clock.now(), names, twins(tables));
    const ada = await visitor.attendee('reg_ada', facts.eventId);
    const coordinator = await visitor.organiser(['access-coordinator']);
    const note = ({ headers, cookies }: { headers: Readonly<Record<string, string>>; cookies: readonly string[] }) =>
      addresses.push(`${headers.location ?? ''} ${cookies.join()}`);
    const mine = async (fields: Readonly<Record<string, string>>) => {
      if (speaks) note(await visitor.visit('POST', path, { ...ada, fields }));
      await look();
    };
    const sweep = async () => {
      const run = { sweeps: { letters: sendLetters }, dependencies: () => letters(office.ports, tables), clock: () => clock.now() };
      await sweepFunction(run)();
      asked.push(`mailing ${office.asked.length}`);
      await look();
    };
    await mine({ kinds: 'breaks', consent: 'yes', consentVersion: '2', answerByMail: 'yes' });
    // What is for everybody is arranged whether or not anybody said anything.
    const thing = { kind: 'breaks', what: 'marker-what', ownerName: 'Owner', ownerEmail: 'owner@example.org', state: 'booked' };
    await visitor.visit('POST', `${base}/adjustments/new`, { ...coordinator, fields: { ...thing, forEverybody: 'yes' } });
    const person = `${base}/people/${await handleOf('reg_ada')}`;
    await visitor.visit('GET', person, coordinator);
    const telling = {
      action: 'tell',
      which: 'cannot',
      provided: 'marker-provided',
      reason: 'marker-reason',
      alternative: 'Other',
      contact: 'marker-contact',
    };
    if (speaks) note(await visitor.visit('POST', person, { ...coordinator, fields: telling }));
    // What somebody tells the coordinator by phone is written down, and deleted on their word.
    await visitor.visit('GET', `${base}/record`, coordinator);
    if (speaks) {
      for (const ownWords of ['marker-reply', 'marker-reason']) {
        const aloud = { how: 'phone', answerFormat: 'usual', consent: 'yes', consentVersion: '1' };
        note(await visitor.visit('POST', `${base}/record`, { ...coordinator, fields: { ...aloud, registrationId: 'reg_bo', ownWords } }));
        const bo = `${base}/people/${await handleOf('reg_bo')}`;
        note(await visitor.visit('POST', bo, { ...coordinator, fields: { action: 'withdraw' } }));
      }
      expect(addresses.at(-2)).toContain(`${base}/people/`);
    }
    await look();
    await sweep();
    await sweep();
    await visitor.visit('GET', base, coordinator);
    await visitor.visit('GET', `${base}/costs.csv`, coordinator);
    await mine({ action: 'reply', works: 'no', replyWords: 'marker-reply', answerVersion: '1' });
    await mine({ action: 'read-answer', format: 'plain-text' });
    for (const address of [base, person, `${base}/adjustments/new`, `${base}/costs.csv`, `${base}/brief`]) {
      const who = await visitor.organiser(['organiser', 'editor']);
      others.push((await visitor.visit('GET', address, { ...who, headers: { accept: 'application/json' } })).body);
    }
    // The event moves, and what was told with it is looked at again.
    await hearFromQueue(tables, moved({ endsAt: '2124-11-20T13:30:00.000Z' }));
    await sweep();
    await visitor.visit('GET', base, coordinator);
    await mine({ action: 'read-answer', format: 'plain-text' });
    await mine({ action: 'withdraw' });
    await hearFromQueue(tables, registration('reg_ada', 'cancelled', 3));
    await look();
    for (const days of [0, 29, 31]) {
      clock.set(daysAfterTheEnd(days).toISOString());
      const dependencies = () => deletionPorts(tables);
      await sweepFunction({ sweeps: { 'delete-in-time': deleteInTime }, dependencies, clock: () => clock.now() })();
      await sweep();
    }
  });
  return { log, main, addresses, others, asked, letters: office.sent.map(({ subject }) => subject) };
}

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
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name).mockImplementation(take)),
  ];
  try {
    await run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written.join('\n');
}

function found({ letters: _chosen, ...traces }: Traces): readonly string[] {
  return Object.entries({ ...traces, log: [traces.log] }).flatMap(([place, texts]) =>
    markers.filter((marker) => texts.some((text) => text.includes(marker))).map((marker) => `${place}: ${marker}`),
  );
}

function telling(spoken: Traces, silent: Traces): readonly string[] {
  const codes = ({ log }: Traces) =>
    log.split('\n').flatMap((line) => (/"message":"/.test(line) ? [line.replace(/"timestamp":"[^"]*",/, '')] : []));
  return [
    ...(spoken.main.join('\n\n') === silent.main.join('\n\n') ? [] : ['main']),
    ...(codes(spoken).join('\n') === codes(silent).join('\n') ? [] : ['log']),
    ...(spoken.asked.join() === silent.asked.join() ? [] : ['asked']),
    ...(spoken.others.join('\n') === silent.others.join('\n') ? [] : ['others']),
  ];
}

describe('what is arranged and answered', () => {
  test('leaves no word outside the needs table and the mail that somebody chose', async () => {
    const traces = await live(true);
    expect(found(traces)).toEqual([]);
    expect(traces.letters).toEqual(['A message about your place', 'Something in your access list needs you']);
    // The walk did what it says.
    expect(traces.addresses.filter((each) => each.startsWith(`${path} `))).toHaveLength(2);
    expect(traces.addresses.some((each) => each.includes('/people/per_'))).toBe(true);
    expect(traces.log).toContain('sweep.done');
    // What concerns everybody is for the whole team; everything else refuses.
    expect(traces.others.filter((body) => !body.includes('403')).map((body) => Object.keys(JSON.parse(body)))).toEqual([
      ['provided', 'contact', 'attention'],
    ]);
  });

  test('does not tell that there is anything: with somebody and with nobody the traces are the same', async () => {
    expect(telling(await live(true), await live(false))).toEqual([]);
  });
});

describe('the claims notice a twin that', () => {
  test('asks mailing only where somebody waits', async () => {
    const honest: Arranged = {
      letters: (ports) => ({
        ...ports,
        mayWrite: async (request) =>
          request.kind === 'may-write' && request.recipientId.length > 12 ? { kind: 'queued' } : ports.mayWrite(request),
      }),
    };
    expect(telling(await live(true, honest), await live(false, honest))).toEqual(['asked']);
  });

  test('notes in the ordinary table that somebody was told', async () => {
    const noting = (tables: Tables): Twins => ({
      arrange: (ports) => ({
        ...ports,
        arrangements: {
          ...ports.arrangements,
          save: async (arrangement, need, event) => {
            await commit(tables.main, [{ kind: 'put', item: toItem({ pk: `REG#${need.registrationId}`, sk: 'TOLD' }) }]);
            return ports.arrangements.save(arrangement, need, event);
          },
        },
      }),
    });
    expect(telling(await live(true, { twins: noting }), await live(false, { twins: noting }))).toEqual(['main']);
  });

  test('counts its letters in the log', async () => {
    const counting: Arranged = {
      letters: (ports) => ({
        ...ports,
        post: {
          ...ports.post,
          send: async (letter) => {
            console.info(JSON.stringify({ message: 'letters.sent', facts: { count: 1 } }));
            return ports.post.send(letter);
          },
        },
      }),
    };
    expect(telling(await live(true, counting), await live(false, counting))).toEqual(['log']);
  });

  test('logs what it is about to send', async () => {
    const chatty: Arranged = {
      letters: (ports) => ({
        ...ports,
        post: {
          ...ports.post,
          send: async (letter) => {
            console.info(letter.text);
            return ports.post.send(letter);
          },
        },
      }),
    };
    expect(found(await live(true, chatty))).toContain('log: marker-reason');
  });
});
