import type { Role } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { type HttpSettings, httpFunction, openFunction } from '@convener/http';
import { withTable } from '@convener/testing';
import { environmentOf, organiserCookie, type Sent as Plain, type Visit as PlainVisit, visiting } from '@convener/testing/visitor';
import { organiseDependencies, publicDependencies } from '../dependencies.ts';
import * as clones from '../handlers/clone-handlers.ts';
import * as organised from '../handlers/event-handlers.ts';
import * as parts from '../handlers/part-handlers.ts';
import * as provisions from '../handlers/provision-handlers.ts';
import * as shown from '../handlers/public-handlers.ts';
import * as statements from '../handlers/statement-handlers.ts';
import { events } from '../service.ts';
import { eventStore } from '../store/event-store.ts';
import { networkStore } from '../store/network-store.ts';

interface Surroundings {
  readonly settings: HttpSettings;
}

export type Sent = Omit<Plain, 'cookies'> & { readonly roles?: readonly Role[] };
export type Visit = PlainVisit & { readonly data: () => Record<string, unknown> };

/** The pages of events over a table of their own, and somebody who visits them at `clock()`. */
export async function eventsWorld(clock: () => Date) {
  const table: Table = await withTable(events.tables.main);
  const shared = { service: events, environment: { ...environmentOf(events), NETWORK_CONTACT: 'hello@example.org' }, clock };
  const send = await visiting(events, {
    public: openFunction({
      ...shared,
      lambda: 'public',
      handlers: { ...shown, home: shown.listEvents, asset: shown.serveAsset },
      dependencies: ({ settings }: Surroundings) => publicDependencies({ settings }, table),
    }),
    organise: httpFunction({
      ...shared,
      lambda: 'organise',
      handlers: { ...organised, ...parts },
      dependencies: ({ settings }: Surroundings) => organiseDependencies({ settings }, table),
    }),
    arrange: httpFunction({
      ...shared,
      lambda: 'arrange',
      handlers: { ...provisions, ...clones, ...statements },
      dependencies: ({ settings }: Surroundings) => organiseDependencies({ settings }, table),
    }),
  });
  const visit = async (method: 'GET' | 'POST', address: string, { roles = ['organiser'], ...sent }: Sent = {}): Promise<Visit> => {
    const cookies = address.startsWith('/organise/') ? (await organiserCookie(roles, clock())).cookies : [];
    const seen = await send(method, address, { ...sent, cookies });
    return { ...seen, data: () => JSON.parse(seen.body) };
  };
  return { table, visit, store: eventStore(table), network: networkStore(table) };
}

export type EventsWorld = Awaited<ReturnType<typeof eventsWorld>>;

const sample = {
  title: 'A sample event',
  slug: 'a-sample-event',
  series: 'Samples',
  purpose: 'To try things out.',
  description: 'With **bold** words.',
  date: '2026-02-10',
  startsAt: '10:00',
  endsAt: '12:30',
  mode: 'online',
  capacity: '60',
  opensOn: '2026-01-01',
  opensAt: '09:00',
  closesOn: '2026-02-09',
  closesAt: '17:00',
  question: 'What helps?',
  joiningLink: 'https://meet.example.org/sample',
  joiningInstructions: 'Come five minutes early.',
};

/** A published event, made as an organiser makes it; gives its id. */
export async function publishedEvent({ visit }: EventsWorld, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const made = await visit('POST', '/organise/events', { json: { ...sample, ...changes } });
  const eventId = String(made.data().eventId);
  await visit('POST', `/organise/events/${eventId}/publish`, { json: {} });
  return eventId;
}

/** What the form of its details holds, to send it again with changes. */
export const sampleDetails: Readonly<Record<string, unknown>> = sample;
