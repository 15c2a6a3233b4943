import { viewForm } from '@convener/forms';
import { consolePage } from '@convener/http';
import { Bars, Button, Form, Notice, Table } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import type { PoolCount } from '../domain/places-by-pool.ts';
import { groupCalled } from '../domain/pools.ts';
import { placesWords as words } from '../words.places.en.ts';
import { OfferFields } from './places-fields.tsx';
import { groupForm, offersForm } from './places-forms.ts';
import { GroupEditor, Groups } from './places-groups.tsx';
import type { PlacesPart, PlacesView } from './places-view.ts';

/** The places of an event: a picture first, then the groups, the offers and the line. */
export function placesPage(view: PlacesView): string {
  const { network, event, done, mayChange, groupState, offersState } = view;
  const { outline, places } = event;
  const base = `/organise/events/${outline.eventId}/places`;
  const over = places.taken > places.capacity;
  return consolePage({
    network,
    title: `${words.title}: ${outline.title}`,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    errors: [...viewForm(groupForm, groupState).errors, ...viewForm(offersForm, offersState).errors],
    main: (
      <>
        {done && <Notice kind="success">{words.done[done]}</Notice>}
        <p>
          <a href={`/organise/events/${outline.eventId}/registrations`}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{words.capacity(places.taken, places.capacity)}</p>
        {over && (
          <Notice kind="warning" title={words.over.title(places.taken, places.capacity)}>
            <p>{words.over.text}</p>
          </Notice>
        )}
        <p>
          {words.capacityFrom} <a href={`/organise/events/${outline.eventId}`}>{words.changeEvent}</a>.
        </p>
        {view.pools.map((pool) => (
          <Pool key={pool.group?.id ?? 'everybody'} pool={pool} capacity={places.capacity} />
        ))}
        <Line {...view} base={base} />
        <h2>{words.groups.title}</h2>
        <p>{words.groups.explained}</p>
        <Groups {...view} base={base} />
        {mayChange && <GroupEditor {...view} base={base} />}
        {mayChange && (
          <Form action={base} hidden={{ do: 'offers' }} label={words.offers.title}>
            <h2>{words.offers.title}</h2>
            <p>{words.offers.explained}</p>
            <OfferFields state={offersState} />
            <Button>{words.offers.save}</Button>
          </Form>
        )}
      </>
    ),
  });
}

function Pool({ pool, capacity }: { readonly pool: PoolCount; readonly capacity: number }) {
  const { group, places, taken, offered, held, free, waiting } = pool;
  const { plot } = words;
  return (
    <Bars
      id={`pool-${group?.id ?? 'everybody'}`}
      caption={group ? plot.group(group.name, places) : plot.everybody(places)}
      columns={plot.columns}
      full={capacity}
      rows={[
        { label: plot.taken, value: taken },
        { label: plot.offered, value: offered },
        { label: plot.held, value: held },
        { label: plot.free, value: free },
        { label: plot.waiting, value: waiting },
      ]}
    />
  );
}

function Line({ event, line, waiting, mayChange }: PlacesPart) {
  const { columns } = words.line;
  const mayMove = mayChange && waiting > 1;
  const list = `/organise/events/${event.outline.eventId}/registrations`;
  return (
    <>
      <h2>{words.line.title}</h2>
      <Table
        id="line"
        caption={words.line.caption(waiting)}
        columns={[
          { heading: columns.position, numeric: true },
          { heading: columns.name },
          { heading: columns.group },
          { heading: columns.since },
          ...(mayMove ? [{ heading: columns.move }] : []),
        ]}
        rows={line.map(({ position, registrationId, name, group, since }) => [
          position,
          <a key="name" href={`${list}/${registrationId}`}>
            {name}
          </a>,
          groupCalled(event.places, group)?.name ?? '',
          plainDate(since, event.outline.timeZone),
          ...(mayMove
            ? [
                <a key="move" href={`${list}/${registrationId}/move`}>
                  {words.line.move(name)}
                </a>,
              ]
            : []),
        ])}
        empty={words.line.none}
      />
      {waiting > line.length && <p>{words.line.more(waiting - line.length)}</p>}
    </>
  );
}
