import type { PageSetting } from '@convener/http';
import { consolePage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice, Pagination, StatusCounts, Table } from '@convener/ui';
import { everybody, type FoundRegistrations, type ListQuery, listPageSize } from '../domain/find-registrations.ts';
import type { RegistrationList } from '../domain/registration-list.ts';
import { listWords } from '../words.list.en.ts';
import { organiseWords } from '../words.organise.en.ts';
import { isFiltered, listAddress, listParameters, statuses } from './list-address.ts';
import { cellOf, statusTones } from './list-cell.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListPlots } from './list-plots.tsx';

const own = organiseWords.list;

export interface RegistrationsView extends PageSetting, RegistrationList {
  readonly query: ListQuery;
  readonly mayChange: boolean;
}

interface Within extends RegistrationsView {
  readonly base: `/${string}`;
}

/** Who comes to an event: counts and a picture first, then the people. */
export function registrationsPage(view: RegistrationsView): string {
  const { network, event, query, mayChange } = view;
  const base = `/organise/events/${event.outline.eventId}/registrations` as const;
  return consolePage({
    network,
    title: `${listWords.list.title}: ${event.outline.title}`,
    section: 'events',
    event: { id: event.outline.eventId, title: event.outline.title, tab: 'registrations' },
    main: (
      <>
        <h1>{listWords.list.title}</h1>
        <StatusCounts
          counts={statuses
            .filter((status) => status !== 'offered' || view.totals.offered > 0)
            .map((status) => ({
              count: view.totals[status],
              label: listWords.list.counted[status],
              href: listAddress(base, { ...everybody, columns: query.columns, status }),
              tone: statusTones[status],
            }))}
        />
        {view.supporters > 0 && <p>{organiseWords.supporters(view.totals.confirmed, view.supporters)}</p>}
        {view.unreached > 0 && (
          <Notice title={own.unreached(view.unreached)}>
            <p>
              <a href={listAddress(base, { ...everybody, columns: query.columns, hasAddress: false })}>{own.unreachedShow}</a>
            </p>
          </Notice>
        )}
        {mayChange && (
          <ButtonGroup>
            <ButtonLink href={`${base}/new`}>{own.add}</ButtonLink>
            <ButtonLink href={`${base}/participants`} kind="quiet">
              {own.participants}
            </ButtonLink>
            <ButtonLink href={`/organise/events/${event.outline.eventId}/questions`} kind="quiet">
              {organiseWords.setUp.questions}
            </ButtonLink>
            <Places {...event.outline} />
          </ButtonGroup>
        )}
        {!mayChange && (
          <p>
            <Places {...event.outline} />
          </p>
        )}
        <ListPlots {...view} />
        <h2>{listWords.list.people}</h2>
        <ListFilters base={base} query={query} event={event} />
        {isFiltered(query) && (
          <p>
            <a href={listAddress(base, { ...everybody, columns: query.columns, order: query.order })}>{listWords.list.showAll}</a>
          </p>
        )}
        <People {...view} base={base} />
        <Pages {...view} base={base} />
        {mayChange && <Export base={base} query={query} />}
      </>
    ),
  });
}

function Places({ eventId }: { readonly eventId: string }) {
  return (
    <ButtonLink href={`/organise/events/${eventId}/places`} kind="quiet">
      {organiseWords.setUp.places}
    </ButtonLink>
  );
}

function Export({ base, query }: Pick<Within, 'base' | 'query'>) {
  // What was searched for stands in no address, so the table holds everybody who fits the rest.
  const filtered = isFiltered({ ...query, text: '' });
  return (
    <>
      <p>
        <ButtonLink href={listAddress(`${base}.csv`, { ...query, page: 1 })} kind="quiet">
          {filtered ? own.export : own.exportAll}
        </ButtonLink>
      </p>
      <p>{listWords.list.exportNote}</p>
    </>
  );
}

function People({ event, found, query, base }: Within) {
  return (
    <Table
      id="people"
      caption={query.text ? listWords.list.found(query.text, found.total) : showing(found)}
      columns={[{ heading: listWords.list.columns.name }, ...query.columns.map((column) => ({ heading: own.columns[column] }))]}
      rows={found.rows.map((row) => [
        <a key="name" href={`${base}/${row.registrationId}`}>
          {row.details.name}
        </a>,
        ...query.columns.map((column) => cellOf(row, column, event)),
      ])}
      empty={isFiltered(query) ? listWords.list.noneFound : listWords.list.none}
    />
  );
}

/** By links where nothing but filters is asked; by a form where somebody's name may have been typed. */
function Pages({ found, query, base }: Within) {
  const { page, pages } = found;
  if (query.text === '') {
    return (
      <Pagination
        previous={page > 1 ? listAddress(base, { ...query, page: page - 1 }) : undefined}
        next={page < pages ? listAddress(base, { ...query, page: page + 1 }) : undefined}
        summary={showing(found)}
      />
    );
  }
  if (pages === 1) return null;
  return (
    <Form action={base} hidden={{ ...listParameters({ ...query, page: 1 }), text: query.text }} label={showing(found)}>
      <ButtonGroup>
        {page > 1 && (
          <Button kind="quiet" name="page" value={String(page - 1)}>
            {own.previous}
          </Button>
        )}
        {page < pages && (
          <Button kind="quiet" name="page" value={String(page + 1)}>
            {own.next}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  );
}

function showing({ page, rows, total }: FoundRegistrations): string {
  if (total === 0) return listWords.list.title;
  const from = (page - 1) * listPageSize + 1;
  return listWords.list.showing(from, from + rows.length - 1, total);
}
