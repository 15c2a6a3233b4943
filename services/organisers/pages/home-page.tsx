import type { Role } from '@convener/contracts';
import type { EventNews } from '@convener/contracts/domain-events';
import { consolePage, type NetworkSettings } from '@convener/http';
import { ButtonLink, Cards, ProgressBar, type StatusCount, StatusCounts } from '@convener/ui';
import { type Attention, type EventFigures, needsAttention } from '../domain/attention.ts';
import { words } from '../words.en.ts';

export interface HomeEventView extends EventFigures {
  readonly title: string;
  readonly timeZone: string;
}

/** The console's home: look, rather than read, what needs attention today. */
export function homePage(view: {
  readonly network: NetworkSettings;
  readonly events: readonly HomeEventView[];
  readonly now: Date;
  /** Of whoever looks: nobody is asked for what their role cannot do. */
  readonly roles: readonly Role[];
}): string {
  const { network, events, now, roles } = view;
  const attention = events.flatMap((event) =>
    needsAttention(event, now)
      .filter(({ kind }) => attends[kind].some((role) => roles.includes(role)))
      .map((item) => asCount(item, event)),
  );
  const upcoming = events.filter((event) => Date.parse(event.endsAt) > now.getTime()).reverse();
  const past = events.filter((event) => Date.parse(event.endsAt) <= now.getTime());
  return consolePage({
    network,
    title: words.home.title,
    section: 'home',
    main: (
      <>
        <h1>{words.home.title}</h1>
        <section aria-labelledby="attention">
          <h2 id="attention">{words.home.attention}</h2>
          {attention.length > 0 ? <StatusCounts counts={attention} /> : <p>{words.home.nothing}</p>}
          {roles.includes('access-coordinator') && (
            <p>
              {words.home.access} <a href={elsewhere.access}>{words.home.seeAccess}</a>.
            </p>
          )}
        </section>
        {roles.includes('organiser') && (
          <p>
            <ButtonLink href="/organise/events/new">{words.home.newEvent}</ButtonLink>
          </p>
        )}
        <EventList title={words.home.upcoming} id="upcoming" events={upcoming} />
        {past.length > 0 && <EventList title={words.home.past} id="past" events={past} />}
      </>
    ),
  });
}

/** What is kept by another service alone, which this one cannot and must not count. */
export const elsewhere = { access: '/organise/access' } as const;

const paths = {
  unthemed: '/themes',
  'no-report': '/report',
  'not-sent': '/mailings',
  full: '/registrations',
  offered: '/registrations?status=offered',
  given: '/registrations?status=confirmed&address=no',
} as const;

/** Whom to ring: where the event is off their registrations are too, and how to join is news only to who has a place. */
const untoldPaths: Readonly<Record<EventNews, string>> = {
  cancelled: '/registrations?status=cancelled&address=no',
  changed: '/registrations?address=no',
  'joining-changed': '/registrations?status=confirmed&address=no',
};

const attends: Readonly<Record<Attention['kind'], readonly Role[]>> = {
  unthemed: ['organiser', 'editor'],
  'no-report': ['organiser', 'editor'],
  'not-sent': ['organiser'],
  full: ['organiser', 'access-coordinator'],
  offered: ['organiser', 'access-coordinator'],
  given: ['organiser'],
  untold: ['organiser'],
};

function asCount(item: Attention, event: HomeEventView): StatusCount {
  const href = `/organise/events/${item.eventId}${item.kind === 'untold' ? untoldPaths[item.news] : paths[item.kind]}`;
  const about = `: ${event.title}`;
  switch (item.kind) {
    case 'unthemed':
      return { count: item.count, label: words.home.unthemed(item.count) + about, href, tone: 'attention' };
    case 'no-report':
      return { count: 1, label: words.home.noReport + about, href, tone: 'attention' };
    case 'not-sent':
      return { count: 1, label: words.home.notSent + about, href, tone: 'attention' };
    case 'offered':
      return { count: item.count, label: words.home.offered(item.count) + about, href, tone: 'attention' };
    case 'given':
      return { count: item.count, label: words.home.given(item.count) + about, href, tone: 'attention' };
    case 'untold':
      return { count: item.count, label: words.home.untold[item.news](item.count) + about, href, tone: 'attention' };
    case 'full':
      return { count: item.count, label: words.home.full(item.count) + about, href, tone: 'plain' };
  }
}

function EventList({ title, id, events }: { readonly title: string; readonly id: string; readonly events: readonly HomeEventView[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {events.length === 0 && <p>{words.home.noEvents}</p>}
      <Cards cards={events.map(eventCard)} />
    </section>
  );
}

function eventCard(event: HomeEventView) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: event.timeZone }).format(new Date(event.startsAt));
  return {
    title: event.title,
    href: `/organise/events/${event.eventId}`,
    level: 3 as const,
    day: {
      at: event.startsAt.slice(0, 10),
      weekday: format({ weekday: 'short' }),
      day: format({ day: 'numeric' }),
      month: format({ month: 'short' }),
    },
    ...(event.cancelled ? { tag: { text: 'Cancelled' } } : {}),
    children: (
      <>
        <ProgressBar id={`places-${event.eventId}`} label={words.home.placesTaken} value={event.confirmed} max={event.capacity} />
        <p>
          {words.home.report[event.report]}
          {event.waiting > 0 ? `. ${words.home.waiting(event.waiting)}` : ''}
        </p>
      </>
    ),
  };
}
