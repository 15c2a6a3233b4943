import type { Role } from '@convener/contracts';
import { consolePage, type NetworkSettings } from '@convener/http';
import { ButtonLink, Cards, type Tone } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { calendarLeaf, timeSpan } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { words } from '../words.en.ts';

type Listing = 'published' | 'draft' | 'cancelled';
const order: readonly Listing[] = ['published', 'draft', 'cancelled'];
export const stateTones: Record<Listing, Tone> = { published: 'good', draft: 'attention', cancelled: 'plain' };

/** All events of the network for those who organise them. */
export function eventsConsolePage(view: {
  readonly network: NetworkSettings;
  readonly events: Readonly<Record<Listing, readonly Event[]>>;
  /** Of whoever looks. */
  readonly roles: readonly Role[];
}): string {
  const { roles } = view;
  return consolePage({
    network: view.network,
    title: words.console.title,
    section: 'events',
    main: (
      <>
        <h1>{words.console.title}</h1>
        {roles.includes('organiser') && (
          <p>
            <ButtonLink href="/organise/events/new">{words.console.newEvent}</ButtonLink>
          </p>
        )}
        {order.map((listing) => (
          <section key={listing} aria-labelledby={listing}>
            <h2 id={listing}>{words.states[listing]}</h2>
            {view.events[listing].length > 0 ? <EventCards events={view.events[listing]} /> : <p>{words.console.none}</p>}
          </section>
        ))}
        {(roles.includes('organiser') || roles.includes('access-coordinator')) && (
          <section aria-labelledby="for-all">
            <h2 id="for-all">{words.console.forAll}</h2>
            <ul>
              <li>
                <a href="/organise/provisions">{words.console.usualProvisions}</a>
              </li>
              <li>
                <a href="/organise/statements">{words.console.statements}</a>
              </li>
            </ul>
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
        href: `/organise/events/${event.id}`,
        level: 3,
        day: calendarLeaf(event.details.startsAt, event.timeZone),
        tag: { text: words.states[event.state.kind], tone: stateTones[event.state.kind] },
        children: (
          <p>
            {longDate(event.details.startsAt, event.timeZone)}, {timeSpan(event.details.startsAt, event.details.endsAt, event.timeZone)}
          </p>
        ),
      }))}
    />
  );
}
