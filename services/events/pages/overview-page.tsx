import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice, SummaryList, Tag } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { timeSpan } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { stateTones } from './events-console-page.tsx';

/** One event for those who organise it: where it stands, and every part with a way to change it. */
export function overviewPage(view: { readonly network: NetworkSettings; readonly event: Event; readonly mayChange: boolean }): string {
  const { network, event, mayChange } = view;
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

function rows(event: Event, mayChange: boolean) {
  const { details, timeZone } = event;
  const base = `/organise/events/${event.id}`;
  const change = (path: string) => (mayChange ? { href: `${base}${path}`, text: words.console.change } : undefined);
  return [
    { key: words.form.title, value: details.title, action: change('/edit') },
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
    { key: words.form.capacity, value: String(details.capacity), action: change('/edit') },
    { key: words.form.question, value: details.question, action: change('/edit') },
    { key: words.form.joiningLink, value: details.joiningLink, action: change('/edit') },
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
