import { startEngine, type TestTable } from '@convener/testing';
import type { SendOutcome } from '../domain/letter.ts';
import type { Allowance } from '../domain/pace.ts';
import { press } from '../letters/press.ts';
import { mailing } from '../service.ts';
import { aroundStore } from '../store/around-store.ts';
import { factStore } from '../store/fact-store.ts';
import { leaseStore } from '../store/lease-store.ts';
import { letterStore } from '../store/letter-store.ts';
import { mailingStore } from '../store/mailing-store.ts';
import { memberStore } from '../store/member-store.ts';
import { paceStore } from '../store/pace-store.ts';
import { planStore } from '../store/plan-store.ts';
import { addressKeys, linkReader, memberLinks, memberSessions } from '../store/secrets.ts';
import { importStore, testerStore } from '../store/small-stores.ts';
import { suppressionStore } from '../store/suppression-store.ts';
import type { Directory, EventLook, Invitations, Person } from '../use-cases/ports.ts';
import type { MailDoor, SendPorts } from '../use-cases/send-ports.ts';

/** Parts for the tests of this service: the real stores on the real engine, and twins of what lies outside the service. */
export const look = {
  network: { name: 'Example Network', colour: '#005ea5', contact: 'hello@example.org' },
  baseUrl: 'https://example.org',
} as const;

export const parameters = { secret: async (name: string) => `secret of ${name}` };

export const anEvent: EventLook = {
  id: 'evt_1',
  slug: 'a-gathering',
  title: 'A gathering',
  startsAt: '2026-05-20T09:00:00.000Z',
  endsAt: '2026-05-20T11:30:00.000Z',
  timeZone: 'Europe/London',
  mode: 'online',
  place: '',
  cancelled: false,
  version: 1,
  changedAt: '2026-03-01T09:00:00.000Z',
};

/** The same, put off to where the clocks of most tests have not come. */
export const anEventToCome: EventLook = { ...anEvent, startsAt: '2026-06-20T09:00:00.000Z', endsAt: '2026-06-20T11:30:00.000Z' };

export async function emptyTable(): Promise<TestTable> {
  return (await startEngine()).createTable(mailing.tables.main);
}

export function storesOn(table: TestTable) {
  let ids = 0;
  const next = (prefix: string) => {
    ids += 1;
    return `${prefix}_${String(ids).padStart(4, '0')}`;
  };
  return {
    letters: letterStore(table),
    mailings: mailingStore(table),
    members: memberStore(table),
    testers: testerStore(table, () => next('tst')),
    facts: factStore(table),
    around: aroundStore(table),
    plans: planStore(table),
    suppression: suppressionStore(table),
    imports: importStore(table),
    lease: leaseStore(table),
    pace: paceStore(table),
    addressKey: addressKeys(parameters),
    links: memberLinks(parameters, look.baseUrl),
    read: linkReader(parameters),
    sessions: memberSessions(parameters),
    ids: { make: next },
  };
}

/** Registration as mailing sees it: people by id, those of one event page by page. */
export function directoryTwin(people: ReadonlyMap<string, Partial<Person>>, pageSize = 100): Directory & { down: boolean; calls: number } {
  const ids = [...people.keys()];
  const directory = async (request: Parameters<Directory>[0]): ReturnType<Directory> => {
    twin.calls += 1;
    if (twin.down) throw Object.assign(new Error('down'), { name: 'CallFailed' });
    if (request.kind === 'audience') {
      const from = Number(request.cursor ?? 0);
      const page = ids.slice(from, from + pageSize);
      return { kind: 'audience', ids: page, ...(from + pageSize < ids.length ? { cursor: String(from + pageSize) } : {}) };
    }
    return {
      kind: 'resolved',
      entries: request.ids.flatMap((id) => {
        const person = people.get(id);
        const links = Object.fromEntries(request.links.map((name) => [name, `https://example.org/registrations/${name}/${id}`]));
        return person
          ? [
              {
                id,
                eventId: 'evt_1',
                name: `Person ${id}`,
                address: `${id}@example.org`,
                format: 'html' as const,
                status: 'confirmed',
                links,
                ...person,
              },
            ]
          : [];
      }),
    };
  };
  const twin = Object.assign(directory, { down: false, calls: 0 });
  return twin;
}

export interface SesTwin extends MailDoor {
  /** How often SES took each letter. */
  readonly accepted: ReadonlyMap<string, number>;
  readonly addresses: readonly string[];
  readonly mimes: ReadonlyMap<string, Uint8Array>;
  /** What happens to the next letters, one each; then all is well. */
  answer(...outcomes: ('well' | 'lost' | SendOutcome)[]): void;
  allowed: Allowance;
}

/** SES as mailing sees it. `lose` says of each accepted letter whether its answer is lost. */
export function sesTwin(lose: () => boolean = () => false): SesTwin {
  const accepted = new Map<string, number>();
  const mimes = new Map<string, Uint8Array>();
  const addresses: string[] = [];
  const queue: ('well' | 'lost' | SendOutcome)[] = [];
  const twin: SesTwin = {
    accepted,
    addresses,
    mimes,
    allowed: { perSecond: 1000, perDay: 1_000_000, sentLastDay: 0 },
    answer: (...outcomes) => {
      queue.push(...outcomes);
    },
    allowance: async () => twin.allowed,
    send: async ({ letterId, address, mime }) => {
      const next = queue.shift() ?? (lose() ? 'lost' : 'well');
      if (typeof next === 'object') return next;
      accepted.set(letterId, (accepted.get(letterId) ?? 0) + 1);
      addresses.push(address);
      mimes.set(letterId, mime);
      return next === 'lost' ? { kind: 'unknown' } : { kind: 'accepted', messageId: `ses-${letterId}` };
    },
  };
  return twin;
}

/** A clock that stands until it is moved, and a pause that moves it. */
export function handClock(iso = '2026-03-02T09:00:00.000Z') {
  let now = Date.parse(iso);
  return {
    now: () => new Date(now),
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
    pause: async (milliseconds: number) => {
      now += Math.max(0, milliseconds);
    },
  };
}

/** Organisers, where nobody is invited. */
export const nobodyInvited: Invitations = async () => ({ invitations: [] });

export function sendPorts(
  table: TestTable,
  outside: {
    readonly directory: Directory;
    readonly invitations?: Invitations;
    readonly door: MailDoor;
    readonly clock: ReturnType<typeof handClock>;
  },
): SendPorts & ReturnType<typeof storesOn> {
  const stores = storesOn(table);
  return {
    ...stores,
    clock: outside.clock,
    pause: outside.clock.pause,
    directory: outside.directory,
    invitations: outside.invitations ?? nobodyInvited,
    door: outside.door,
    press: press({ ...look, from: 'events@example.org' }, stores.links, stores.addressKey),
  };
}

/** The process dies at its `at`-th step: before the step has an effect, or after it had one that nobody hears of. */
export class Killed extends Error {
  override name = 'Killed';
}

export function mortal<T extends object>(
  ports: T,
  death: { readonly at: number; readonly when: 'before' | 'after' },
): { readonly ports: T; readonly steps: () => number } {
  let steps = 0;
  let dead = false;
  const wrap =
    (call: (...given: readonly unknown[]) => unknown) =>
    async (...given: readonly unknown[]) => {
      steps += 1;
      const mine = steps;
      if (dead || (mine === death.at && death.when === 'before')) {
        dead = true;
        throw new Killed();
      }
      const answer = await call(...given);
      if (dead || mine === death.at) {
        dead = true;
        throw new Killed();
      }
      return answer;
    };
  const reached = (value: unknown, name: string): unknown => {
    // What only computes cannot be where a process dies with something half done.
    if (name === 'clock' || name === 'press') return value;
    if (typeof value === 'function') return wrap((...given) => Reflect.apply(value, undefined, given));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        typeof part === 'function' ? wrap((...given) => Reflect.apply(part, value, given)) : part,
      ]),
    );
  };
  const wrapped = Object.fromEntries(Object.entries(ports).map(([name, value]) => [name, reached(value, name)]));
  return { ports: wrapped as T, steps: () => steps };
}
