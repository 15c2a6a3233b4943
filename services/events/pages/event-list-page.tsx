import { type NetworkSettings, publicPage } from '@convener/http';
import { Cards } from '@convener/ui';
import { whenForAll } from '@convener/writing/dates';
import { calendarLeaf } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { words } from '../words.en.ts';

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
    section: 'events',
    robots: 'index',
    canonical: address,
    main: (
      <>
        <h1>{words.public.upcoming}</h1>
        {upcoming.length > 0 ? <EventCards events={upcoming} level={2} /> : <p>{words.public.nothingUpcoming}</p>}
        <p>
          <a href="/join">{words.public.join}</a>
        </p>
        {past.length > 0 && (
          <section aria-labelledby="past">
            <h2 id="past">{words.public.past}</h2>
            <EventCards events={past} level={3} />
          </section>
        )}
      </>
    ),
  });
}

function EventCards({ events, level }: { readonly events: readonly Event[]; readonly level: 2 | 3 }) {
  return (
    <Cards
      cards={events.map((event) => ({
        title: event.details.title,
        href: `/events/${event.details.slug}`,
        level,
        day: calendarLeaf(event.details.startsAt, event.timeZone),
        children: (
          <>
            <p>
              {whenForAll({ ...event.details, timeZone: event.timeZone })}. {words.modes[event.details.mode]}.
            </p>
            {event.details.purpose && <p>{event.details.purpose}</p>}
          </>
        ),
      }))}
    />
  );
}
