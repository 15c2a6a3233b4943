import { answer, done, type Handler, notFound, problem, type Reply } from '@convener/http';
import { asset } from '@convener/ui/assets';
import type { PublicDependencies } from '../dependencies.ts';
import { type Event, publicFacts } from '../domain/event.ts';
import { staysTrueFor } from '../domain/standing.ts';
import type { StatementKind } from '../domain/statements.ts';
import { eventListPage } from '../pages/event-list-page.tsx';
import { eventPage } from '../pages/event-page.tsx';
import { statementPage, versionPage } from '../pages/statement-pages.tsx';
import { pastEvents, upcomingEvents } from '../use-cases/list-events.ts';
import { words } from '../words.en.ts';

type PublicHandler = Handler<PublicDependencies>;

/** Short enough that a change is seen at once by human measure; a day of grace when the service behind is down. */
const atTheEdge = { cache: { maxAgeSeconds: 30, staleIfErrorSeconds: 24 * 60 * 60 } } as const;

/** No longer than until registration opens or closes or the event ends: a kept page must not say "Register" afterwards. */
function whileTrue(event: Event, now: Date) {
  const { maxAgeSeconds, staleIfErrorSeconds } = atTheEdge.cache;
  return { cache: { maxAgeSeconds: staysTrueFor(event, now, maxAgeSeconds), staleIfErrorSeconds } };
}

export const listEvents: PublicHandler = async ({ now }, { store, network, baseUrl }) => {
  const [upcoming, past] = [await upcomingEvents(now, store), await pastEvents(now, store)];
  const view = { network, upcoming, past, address: `${baseUrl}/events` };
  return answer(() => eventListPage(view), { upcoming: upcoming.map(publicFacts), past: past.map(publicFacts) }, atTheEdge);
};

export const showEvent: PublicHandler = async ({ params, now }, { store, network, baseUrl }) => {
  const event = await store.findPublic(params.slug ?? '');
  if (!event || event.state.kind === 'draft') return notFound('event');
  // An event keeps every address it ever had; people are led on to the present one.
  if (event.details.slug !== params.slug) return done(`/events/${event.details.slug}`, publicFacts(event));
  return answer(
    () => eventPage({ network, baseUrl, event, now }),
    { ...publicFacts(event), state: event.state.kind },
    whileTrue(event, now),
  );
};

export const serveAsset: PublicHandler = async ({ params }): Promise<Reply> => {
  const found = asset(params.file ?? '');
  if (!found) return notFound('file');
  const cache = found.cacheControl.includes('immutable') ? ('immutable' as const) : { maxAgeSeconds: 300, staleIfErrorSeconds: 300 };
  return { kind: 'file', contentType: found.contentType, body: found.body, cache };
};

const statementOf =
  (kind: StatementKind): PublicHandler =>
  async (_request, { statements, network }) => {
    const statement = await statements.published(kind);
    const { number = 0, changedAt, text } = statement?.current ?? {};
    return answer(() => statementPage({ network, kind, statement }), { page: kind, version: number, changedAt, text }, atTheEdge);
  };

const versionOf =
  (kind: StatementKind): PublicHandler =>
  async ({ params }, { statements, network }) => {
    const number = /^\d{1,6}$/.test(params.number ?? '') ? Number(params.number) : undefined;
    if (number === undefined) return notFound('version');
    const [statement, version] = await Promise.all([statements.published(kind), number > 0 ? statements.version(kind, number) : undefined]);
    if (number > 0 && !version) return notFound('version');
    const data = { page: kind, version: number, changedAt: version?.changedAt, text: version?.text };
    return answer(() => versionPage({ network, kind, statement, number, version }), data, atTheEdge);
  };

export const privacy = statementOf('privacy');
export const privacyVersion = versionOf('privacy');
export const accessibilityStatement = statementOf('accessibility-statement');
export const accessibilityStatementVersion = versionOf('accessibility-statement');

/** The list of reports is a file that the first report brings along; until then its address comes here. */
export const unknown: PublicHandler = async ({ path }) =>
  path === '/reports/' ? problem(404, words.public.noReports.title, words.public.noReports.detail) : notFound();
