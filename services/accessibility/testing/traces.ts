import type { DirectoryAnswer, DirectoryRequest } from '@convener/contracts/calls';
import { sweepFunction } from '@convener/events';
import { clockAt } from '@convener/testing';
import { vi } from 'vitest';
import { subjectDependencies, sweepDependencies } from '../dependencies.ts';
import { attendeeNames } from '../store/attendee-names.ts';
import { confirmedCount } from '../store/confirmed-count.ts';
import type { Tables } from '../store/need-store.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';
import { deleteMemories } from '../use-cases/delete-memories.ts';
import { freezeFigures } from '../use-cases/freeze-figures.ts';
import { subject } from '../use-cases/subject.ts';
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
} from './one-event.ts';
import { type Sent, type Twins, visitorOf } from './visitor.ts';

const markers = ['marker-own-words', 'marker-when', 'easy-read', 'relay', 'marker-refused', 'marker-felt', 'marker-number'];
const path = '/my-place/access';
const sweeps = { 'freeze-figures': freezeFigures, 'delete-in-time': deleteInTime, 'delete-memories': deleteMemories };
const listPath = `/organise/events/${facts.eventId}/access`;

/** What a life with the house leaves behind, wherever it must not tell. */
export interface Traces {
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

/**
 * One event is lived through to its end and beyond, by somebody who tells all there is to tell, or by somebody who comes and says nothing.
 * `twins` are broken parts, to see that their traces are noticed.
 */
export async function live(speaks: boolean, twins: (tables: Tables) => Twins = () => ({})): Promise<Traces> {
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

/** Which markers stand where. */
export function found(traces: Traces): readonly string[] {
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
export function telling(spoken: Traces, silent: Traces): readonly string[] {
  const codes = (log: string) =>
    log.split('\n').flatMap((line) => (/"message":"[^"]+"|"facts":.*$/.exec(line) ? [line.replace(/"timestamp":"[^"]*",/, '')] : []));
  return [
    ...(spoken.main.join('\n\n') === silent.main.join('\n\n') ? [] : ['main']),
    ...(codes(spoken.log).join('\n') === codes(silent.log).join('\n') ? [] : ['log']),
    ...(spoken.asked.join('\n') === silent.asked.join('\n') ? [] : ['directory']),
    ...(spoken.others.join('\n') === silent.others.join('\n') ? [] : ['others']),
  ];
}
