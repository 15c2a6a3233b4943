import type { NetworkSettings } from '@convener/http';
import { Cards } from '@convener/ui';
import { calendarLeaf, longDate, timeSpan } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { publicPage } from './public-frame.tsx';

export interface EventListView {
  readonly network: NetworkSettings;
  readonly upcoming: readonly Event[];
  readonly past: readonly Event[];
  readonly address: string;
}

/** What is coming up, and what has been. */
export function eventListPage({ network, upcoming, past, address }: EventListView): string {
  return publicPage({
    network,
    title: words.public.upcoming,
    at: '/events',
    robots: 'index',
    canonical: address,
    main: (
      <>
        <h1>{words.public.upcoming}</h1>
        {upcoming.length > 0 ? <EventCards events={upcoming} /> : <p>{words.public.nothingUpcoming}</p>}
        <p>
          <a href="/join">{words.public.join}</a>
        </p>
        {past.length > 0 && (
          <section aria-labelledby="past">
            <h2 id="past">{words.public.past}</h2>
            <EventCards events={past} />
          </section>
        )}
      </>
    ),
  });
}

function EventCards({ events }: { readonly events: readonly Event[] }) {
  return (
    <Cards
      cards={events.map((event) => ({
        title: event.details.title,
        href: `/events/${event.details.slug}`,
        level: 3,
        day: calendarLeaf(event.details.startsAt, event.timeZone),
        children: (
          <>
            <p>
              {longDate(event.details.startsAt, event.timeZone)}, {timeSpan(event.details.startsAt, event.details.endsAt, event.timeZone)}.{' '}
              {words.modes[event.details.mode]}.
            </p>
            {event.details.purpose && <p>{event.details.purpose}</p>}
          </>
        ),
      }))}
    />
  );
}
