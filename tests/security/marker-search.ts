import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Role } from '@convener/contracts';
import { type Answered, ask, sessionOf } from '../system/asking.ts';
import type { MadeEvent } from '../system/events.ts';
import type { System } from '../system/running-system.ts';
import { everythingStored } from './stored.ts';

/** A marker, and where it was seen. */
export interface Found {
  readonly where: string;
  readonly marker: string;
}

/** Looks for planted words wherever data comes to rest or passes, but in the one table that may hold them. */
export interface MarkerSearch {
  /** Every address that was asked for or led to. */
  readonly addresses: string[];
  /** Pages by who saw them and where. */
  readonly seen: ReadonlyMap<string, string>;
  visit(path: string, cookie: string): Promise<Answered>;
  /** Follows every link that a role is shown, of this event and of the pages above it. */
  readEverything(role: Role): Promise<void>;
  lookFor(...markers: readonly string[]): Promise<readonly Found[]>;
}

export function markerSearch(system: System, event: MadeEvent): MarkerSearch {
  const addresses: string[] = [];
  const seen = new Map<string, string>();

  const visit: MarkerSearch['visit'] = async (path, cookie) => {
    const page = await ask(system, path, { headers: { cookie, accept: 'text/html' } });
    addresses.push(path, page.headers.get('location') ?? '');
    return page;
  };

  const linksOn = ({ text, headers }: Answered): readonly string[] => {
    const links = [...text.matchAll(/\shref="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&').split('#')[0] ?? '');
    const ofOthers = (path: string) =>
      /\/events\/[^/]+|[?&]event=/.test(path) && !path.includes(event.eventId) && !path.includes(event.slug);
    return [...links, headers.get('location') ?? ''].filter(
      (path) => path.startsWith('/') && !path.startsWith('/_local') && !path.startsWith('/assets') && !ofOthers(path),
    );
  };

  const readEverything: MarkerSearch['readEverything'] = async (role) => {
    const cookie = `organiser=${await sessionOf(system, role)}`;
    const base = `/organise/events/${event.eventId}`;
    // What matters most here is read before anything that other tests have left.
    const next = [`${base}/access`, '/organise/access/reads', '/organise/access/reads.csv', `${base}/registrations`];
    next.push('/organise', '/organise/events', '/reports', `/events/${event.slug}`);
    const done = new Set<string>();
    while (next.length > 0) {
      // In the order in which they were found: month after month of the audit log leads away for ever.
      const path = next.shift() ?? '';
      if (done.has(path) || done.size > 150) continue;
      done.add(path);
      const page = await visit(path, cookie);
      seen.set(`${role} at ${path}`, page.text);
      next.push(...linksOn(page));
    }
  };

  const lookFor: MarkerSearch['lookFor'] = async (...markers) =>
    [...(await places(system)), ['addresses', addresses.join('\n')] as const, ...seen].flatMap(([where, text]) =>
      markers.filter((marker) => text.includes(marker)).map((marker) => ({ where, marker })),
    );

  return { addresses, seen, visit, readEverything, lookFor };
}

/** Everywhere that somebody without the role of an access coordinator could look, with what is there. */
async function places(system: System): Promise<readonly (readonly [where: string, text: string])[]> {
  const stored = [...(await everythingStored(system))].filter(([table]) => !table.endsWith('-needs'));
  const { journal } = system.cloud;
  const kinds = ['invocation', 'domain-event', 'call', 'mail', 'log'] as const;
  const mails = system.cloud.identityAndMail.mailbox.list({ limit: 100_000 });
  return [
    ...stored.map(([table, items]) => [`the table ${table}`, items.join('\n')] as const),
    ...filesOf(system.cloud.dataFolder),
    ...kinds.map((kind) => [`the journal’s ${kind}`, JSON.stringify(journal.recent(kind, 500))] as const),
    ['the logs', system.told.logs.join('\n')],
    ['failures', system.told.failures.join('\n')],
    ['queues', JSON.stringify((await system.cloud.dataPlane.describe()).queues)],
    ...(await Promise.all(mails.map(async ({ id }) => [`the mail ${id}`, await everyPartOf(system, id)] as const))),
  ];
}

/** As it went out and as it is read: base64 and quoted-printable hide words. */
async function everyPartOf(system: System, id: string): Promise<string> {
  const { mailbox } = system.cloud.identityAndMail;
  const [raw, letter] = [await mailbox.mime(id), await mailbox.open(id)];
  return `${Buffer.from(raw ?? []).toString('latin1')}\n${JSON.stringify(letter)}`;
}

/** Everything on disk but the tables themselves, which were read one by one: archive, queues, mail, files of readers, keys. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('tables.db'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => [`the file ${relative(folder, file)}`, readFileSync(file, 'latin1')] as const);
}
