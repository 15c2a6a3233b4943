import { answer, done, type Handler, notFound, problem, type Reply } from '@convener/http';
import { asset } from '@convener/ui/assets';
import type { PublicDependencies } from '../dependencies.ts';
import { publicFacts } from '../domain/event.ts';
import { eventListPage } from '../pages/event-list-page.tsx';
import { eventPage } from '../pages/event-page.tsx';
import { accessibilityPage, privacyPage } from '../pages/statement-pages.tsx';
import { pastEvents, upcomingEvents } from '../use-cases/list-events.ts';
import { words } from '../words.en.ts';

type PublicHandler = Handler<PublicDependencies>;

/** Short enough that a change is seen at once by human measure; a day of grace when the service behind is down. */
const atTheEdge = { cache: { maxAgeSeconds: 30, staleIfErrorSeconds: 24 * 60 * 60 } } as const;

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
  return answer(() => eventPage({ network, baseUrl, event, now }), { ...publicFacts(event), state: event.state.kind }, atTheEdge);
};

export const serveAsset: PublicHandler = async ({ params }): Promise<Reply> => {
  const found = asset(params.file ?? '');
  if (!found) return notFound('file');
  const cache = found.cacheControl.includes('immutable') ? ('immutable' as const) : { maxAgeSeconds: 300, staleIfErrorSeconds: 300 };
  return { kind: 'file', contentType: found.contentType, body: found.body, cache };
};

export const privacy: PublicHandler = async (_request, { network }) =>
  answer(() => privacyPage({ network }), { page: 'privacy' }, atTheEdge);

export const accessibilityStatement: PublicHandler = async (_request, { network }) =>
  answer(() => accessibilityPage({ network }), { page: 'accessibility-statement' }, atTheEdge);

/** The list of reports is a file that the first report brings along; until then its address comes here. */
export const unknown: PublicHandler = async ({ path }) =>
  path === '/reports/' ? problem(404, words.public.noReports.title, words.public.noReports.detail) : notFound();
