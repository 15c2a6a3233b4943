import type { PageSetting } from '@convener/http';
import { consolePage } from '@convener/http';
import {
  Bars,
  Button,
  ButtonGroup,
  ButtonLink,
  Form,
  LinePlot,
  Pagination,
  StatusCounts,
  Table,
  Tag,
  TextInput,
  type Tone,
} from '@convener/ui';
import { shortDate } from '@convener/writing/dates';
import type { Event } from '../domain/event.ts';
import { type FoundRegistrations, type ListQuery, listPageSize, type StatusTotals } from '../domain/find-registrations.ts';
import type { ListedRegistration, Status } from '../domain/registration.ts';
import { words } from '../words.en.ts';

export const statusTones: Record<Status, Tone> = {
  pending: 'attention',
  confirmed: 'good',
  waitlisted: 'attention',
  offered: 'attention',
  cancelled: 'plain',
};
const statuses: readonly Status[] = ['confirmed', 'offered', 'waitlisted', 'pending', 'cancelled'];

export interface RegistrationsView extends PageSetting {
  readonly event: Event;
  readonly totals: StatusTotals;
  readonly growth: readonly { readonly label: string; readonly value: number }[];
  readonly query: ListQuery;
  readonly found: FoundRegistrations;
  readonly mayChange: boolean;
}

/** Who comes to an event: counts and a picture first, then the people. */
export function registrationsPage(view: RegistrationsView): string {
  const { network, event, query, found } = view;
  const base = `/organise/events/${event.outline.eventId}/registrations`;
  return consolePage({
    network,
    title: `${words.list.title}: ${event.outline.title}`,
    section: 'events',
    event: { id: event.outline.eventId, title: event.outline.title, tab: 'registrations' },
    main: (
      <>
        <h1>{words.list.title}</h1>
        <StatusCounts
          counts={statuses.map((status) => ({
            count: view.totals[status],
            label: words.list.counted[status],
            href: `${base}?status=${status}`,
            tone: statusTones[status],
          }))}
        />
        <Capacity {...view} />
        <Form action={base} label={words.list.search}>
          <TextInput name="text" label={words.list.search} value={query.text} type="search" width={20} />
          <ButtonGroup>
            <Button kind="quiet">{words.list.searchSubmit}</Button>
          </ButtonGroup>
        </Form>
        {(query.text || query.status) && (
          <p>
            <a href={base}>{words.list.showAll}</a>
          </p>
        )}
        <h2>{words.list.people}</h2>
        <People {...view} base={base} />
        {query.text && found.pages > 1 ? <p>{words.list.narrow}</p> : <Pages {...view} base={base} />}
        {view.mayChange && (
          <>
            <p>
              <ButtonLink href={`${base}.csv`} kind="quiet">
                {words.list.export}
              </ButtonLink>
            </p>
            <p>{words.list.exportNote}</p>
          </>
        )}
      </>
    ),
  });
}

function Capacity({ event, totals, growth }: RegistrationsView) {
  const { capacity, taken, waiting } = event.places;
  const held = Math.max(0, taken - totals.confirmed);
  return (
    <>
      <Bars
        id="capacity"
        caption={words.list.places(taken, capacity)}
        columns={words.list.placesColumns}
        full={capacity}
        rows={[
          { label: words.list.statuses.confirmed, value: totals.confirmed },
          { label: words.list.held, value: held },
          { label: words.list.free, value: Math.max(0, capacity - taken) },
          { label: words.list.statuses.waitlisted, value: waiting },
        ]}
      />
      {growth.length > 1 && (
        <LinePlot
          id="growth"
          caption={words.list.growth}
          columns={words.list.growthColumns}
          points={growth}
          mark={{ label: words.list.capacityMark(capacity), value: capacity }}
        />
      )}
    </>
  );
}

function People({ event, found, query, base }: RegistrationsView & { readonly base: string }) {
  const { columns } = words.list;
  return (
    <Table
      id="people"
      caption={query.text ? words.list.found(query.text, found.total) : showing(found)}
      columns={[
        { heading: columns.name },
        { heading: columns.status },
        { heading: columns.email },
        { heading: columns.organisation },
        { heading: columns.comingAs },
        { heading: columns.registered },
      ]}
      rows={found.rows.map((row) => personRow(row, event, base))}
      empty={query.text || query.status ? words.list.noneFound : words.list.none}
    />
  );
}

function personRow(row: ListedRegistration, event: Event, base: string) {
  const { details, status } = row;
  return [
    <a key="name" href={`${base}/${row.registrationId}`}>
      {details.name}
    </a>,
    <Tag key="status" tone={statusTones[status]}>
      {words.list.statuses[status]}
    </Tag>,
    row.email,
    details.organisation,
    details.comingAs,
    shortDate(row.registeredAt, event.outline.timeZone),
  ];
}

function Pages({ found, query, base }: RegistrationsView & { readonly base: string }) {
  const to = (page: number) => `${base}?${query.status ? `status=${query.status}&` : ''}page=${page}`;
  return (
    <Pagination
      previous={found.page > 1 ? to(found.page - 1) : undefined}
      next={found.page < found.pages ? to(found.page + 1) : undefined}
      summary={showing(found)}
    />
  );
}

function showing({ page, rows, total }: FoundRegistrations): string {
  if (total === 0) return words.list.title;
  const from = (page - 1) * listPageSize + 1;
  return words.list.showing(from, from + rows.length - 1, total);
}
