import type { PageSetting } from '@convener/http';
import { StatusCounts } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { type AttentionKind, attentionKinds, type EventsCounts } from '../domain/coordinators-attention.ts';
import { whatNeedsYouWords as words } from '../words.what-needs-you.en.ts';
import { accessConsole } from './access-frame.tsx';

/** What is late, or lost, is not only to be seen to. */
const bad: ReadonlySet<AttentionKind> = new Set(['too-late', 'ring-off']);

/** What waits for the access coordinator, by event: numbers, and the way to each. */
export function whatNeedsYouPage({ network, events }: PageSetting & { readonly events: readonly EventsCounts[] }): string {
  const waiting = events.filter(({ needsYou }) => needsYou);
  const quiet = events.filter(({ needsYou }) => !needsYou);
  return accessConsole({
    network,
    title: words.title,
    section: 'access',
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {waiting.length === 0 && <p>{events.length === 0 ? words.noEvents : words.nothing}</p>}
        {waiting.map((each) => (
          <Waiting key={each.event.eventId} {...each} />
        ))}
        {quiet.length > 0 && <Quiet events={quiet} />}
        <h2>{words.more}</h2>
        <ul>
          {(['suppliers', 'costs', 'reads'] as const).map((key) => (
            <li key={key}>
              <a href={`/organise/access/${key}`}>{words.links[key]}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

const addressOf = ({ eventId }: EventsCounts['event']) => `/organise/events/${eventId}/access`;

function Waiting({ event, counts }: EventsCounts) {
  const id = `needs-${event.eventId}`;
  const href = addressOf(event);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{event.title}</h2>
      <p>
        {longDate(event.startsAt, event.timeZone)}.{' '}
        <a href={href}>
          {words.open}
          <span class="visually-hidden">: {event.title}</span>
        </a>
      </p>
      <StatusCounts
        counts={attentionKinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => ({ count: counts[kind], label: words.counts[kind](counts[kind]), tone: bad.has(kind) ? 'bad' : 'attention' }))}
      />
    </section>
  );
}

function Quiet({ events }: { readonly events: readonly EventsCounts[] }) {
  return (
    <section aria-labelledby="quiet">
      <h2 id="quiet">{words.quiet}</h2>
      <ul>
        {events.map(({ event }) => (
          <li key={event.eventId}>
            <a href={addressOf(event)}>{event.title}</a>, {longDate(event.startsAt, event.timeZone)}
          </li>
        ))}
      </ul>
    </section>
  );
}
