import type { Role } from '@convener/contracts';
import { consolePage, type NetworkSettings, preparationsOf } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice, SummaryList, Tag } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { timeSpan } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { stateTones } from './events-console-page.tsx';

export interface OverviewView {
  readonly network: NetworkSettings;
  readonly event: Event;
  /** Of whoever looks. */
  readonly roles: readonly Role[];
}

/** One event for those who organise it: where it stands, what there is to prepare, and every part with a way to change it. */
export function overviewPage(view: OverviewView): string {
  const { network, event, roles } = view;
  const mayChange = roles.includes('organiser');
  const base = `/organise/events/${event.id}`;
  return consolePage({
    network,
    title: event.details.title,
    section: 'events',
    event: { id: event.id, title: event.details.title, tab: 'overview' },
    main: (
      <>
        <h1>{event.details.title}</h1>
        <p>
          <Tag tone={stateTones[event.state.kind]}>{words.states[event.state.kind]}</Tag>
        </p>
        {event.state.kind === 'cancelled' && <Notice>{words.console.cancelledAlready}</Notice>}
        {event.state.kind === 'draft' && mayChange && (
          <Notice title={words.states.draft}>
            <p>{words.console.publishHint}</p>
            <Form action={`${base}/publish`}>
              <Button>{words.console.publish}</Button>
            </Form>
          </Notice>
        )}
        {event.state.kind !== 'draft' && (
          <p>
            <a href={`/events/${event.details.slug}`}>{words.console.seePage}</a>
          </p>
        )}
        {event.state.kind !== 'cancelled' && <Prepare event={event} roles={roles} />}
        <h2>{words.console.details}</h2>
        <SummaryList rows={rows(event, mayChange && event.state.kind !== 'cancelled')} />
        {mayChange && (
          <ButtonGroup>
            <ButtonLink href={`${base}/copy`} kind="quiet">
              {words.console.clone}
            </ButtonLink>
            {event.state.kind === 'published' && (
              <ButtonLink href={`${base}/cancel`} kind="danger">
                {words.console.cancelEvent}
              </ButtonLink>
            )}
          </ButtonGroup>
        )}
      </>
    ),
  });
}

/** What belongs to the event and is kept by other services. */
function Prepare({ event, roles }: Pick<OverviewView, 'event' | 'roles'>) {
  const { now, oncePublished } = preparationsOf({ id: event.id, isDraft: event.state.kind === 'draft' }, roles);
  if (now.length === 0 && oncePublished.length === 0) return null;
  return (
    <section aria-labelledby="prepare">
      <h2 id="prepare">{words.console.prepare}</h2>
      <ul>
        {now.map(({ href, text, about }) => (
          <li key={href}>
            <a href={href}>{text}</a>: {about}
          </li>
        ))}
      </ul>
      {oncePublished.length > 0 && <p>{words.console.oncePublished(oncePublished)}</p>}
    </section>
  );
}

function rows(event: Event, mayChange: boolean) {
  const { details, timeZone } = event;
  const base = `/organise/events/${event.id}`;
  const change = (path: string) => (mayChange ? { href: `${base}${path}`, text: words.console.change } : undefined);
  return [
    { key: words.facts.title, value: details.title, action: change('/edit') },
    {
      key: words.public.when,
      value: `${longDate(details.startsAt, timeZone)}, ${timeSpan(details.startsAt, details.endsAt, timeZone)}`,
      action: change('/edit'),
    },
    {
      key: words.public.how,
      value: details.place ? `${words.modes[details.mode]}: ${details.place}` : words.modes[details.mode],
      action: change('/edit'),
    },
    { key: words.facts.capacity, value: String(details.capacity), action: change('/edit') },
    { key: words.facts.question, value: details.question || words.console.none, action: change('/edit') },
    { key: words.facts.joiningLink, value: details.joiningLink || words.console.none, action: change('/edit') },
    {
      key: words.console.speakers,
      value: (
        <List items={event.speakers.map((speaker) => [speaker.name, speaker.role, speaker.organisation].filter(Boolean).join(', '))} />
      ),
      action: change('/speakers'),
    },
    { key: words.console.links, value: <List items={event.links.map((link) => link.label)} />, action: change('/links') },
    {
      key: words.console.provisions,
      value: <List items={event.provisions.map((provision) => words.provisions[provision.kind])} />,
      action: change('/provisions'),
    },
  ];
}

function List({ items }: { readonly items: readonly string[] }) {
  if (items.length === 0) return <>{words.console.none}</>;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
