import type { EventFacts, Role } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { type HttpSettings, httpFunction } from '@convener/http';
import { baseUrl, environmentOf, organiserCookie, type Sent as Plain, type Visit as PlainVisit, visiting } from '@convener/testing/visitor';
import { organiseDependencies, publicDependencies } from '../dependencies.ts';
import * as notes from '../handlers/notes-handlers.ts';
import * as own from '../handlers/own-handlers.ts';
import * as reflect from '../handlers/reflect-handlers.ts';
import * as list from '../handlers/reflections-handlers.ts';
import * as theme from '../handlers/theme-handlers.ts';
import * as themes from '../handlers/themes-handlers.ts';
import { reflections } from '../service.ts';
import { now, openEvent } from './open-event.ts';

interface Surroundings {
  readonly settings: HttpSettings;
}

export type Sent = Omit<Plain, 'cookies'> & { readonly roles?: readonly Role[] };
export type Visit = PlainVisit & { readonly data: () => Record<string, unknown> };

/** What a browser says of itself with every request; none of it may be kept or told. */
const browser = { 'user-agent': 'SampleBrowser/7.1' };

/** An event on a table of its own, and somebody who visits its pages. */
export async function world(
  options: { readonly rooms?: number; readonly facts?: Partial<EventFacts>; readonly table?: Table; readonly reached?: Table } = {},
) {
  const event = await openEvent(options);
  const table = options.reached ?? event.table;
  const parameters = { secret: async () => 'a secret of the test' };
  const shared = { service: reflections, environment: environmentOf(reflections), clock: () => now } as const;
  const send = await visiting(reflections, {
    public: httpFunction({
      ...shared,
      lambda: 'public',
      handlers: { ...reflect, ...own, ...notes },
      dependencies: ({ settings }: Surroundings) => publicDependencies({ settings, parameters }, table),
    }),
    organise: httpFunction({
      ...shared,
      lambda: 'organise',
      handlers: { ...list, ...theme, ...themes },
      dependencies: ({ settings }: Surroundings) => organiseDependencies({ settings, parameters }, table),
    }),
  });

  const visit = async (method: 'GET' | 'POST', address: string, { roles = ['organiser'], ...sent }: Sent = {}): Promise<Visit> => {
    const session = address.startsWith('/organise/') ? (await organiserCookie(roles, now)).cookies : [];
    const cookies = ['sample=cookie-of-somebody', ...session];
    const seen = await send(method, address, { ...sent, cookies, headers: { ...browser, ...sent.headers } });
    return { ...seen, data: () => JSON.parse(seen.body) };
  };

  /** The links of a room as its organiser would hand them out, without the site. */
  const linksOf = async (roomId: string) => {
    const seen = await visit('GET', `/organise/events/${event.eventId}/reflections`, { json: {} });
    const rooms = seen.data().rooms;
    const room: unknown = Array.isArray(rooms) ? rooms.find((each) => each.id === roomId) : undefined;
    if (typeof room !== 'object' || room === null) throw new Error(`No room ${roomId}.`);
    const links: { readonly room: string; readonly notes: string } = Reflect.get(room, 'links');
    return { room: new URL(links.room).pathname, notes: new URL(links.notes).pathname };
  };

  return { ...event, visit, linksOf, base: `/organise/events/${event.eventId}`, baseUrl };
}

export type World = Awaited<ReturnType<typeof world>>;
