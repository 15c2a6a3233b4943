import { Button, ButtonGroup, ButtonLink, Form, Table } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import { groupCalled } from '../domain/pools.ts';
import { placesWords as words } from '../words.places.en.ts';
import { GroupFields } from './places-fields.tsx';
import type { PlacesPart } from './places-view.ts';

/** The groups that places are kept for. */
export function Groups({ event, base, mayChange }: PlacesPart) {
  const { columns } = words.groups;
  const { timeZone } = event.outline;
  return (
    <Table
      id="groups"
      caption={words.groups.title}
      captionHidden
      columns={[
        { heading: columns.name },
        { heading: columns.places, numeric: true },
        { heading: columns.taken, numeric: true },
        { heading: columns.waiting, numeric: true },
        { heading: columns.until },
        ...(mayChange ? [{ heading: columns.change }] : []),
      ]}
      rows={event.places.groups.map(({ id, name, places, taken, waiting, releaseAt, releasedAt }) => [
        name,
        places,
        taken,
        waiting,
        releasedAt
          ? words.groups.releasedOn(plainDate(releasedAt, timeZone))
          : releaseAt
            ? plainDate(releaseAt, timeZone)
            : words.groups.keptToTheEnd,
        ...(mayChange
          ? [
              releasedAt ? (
                ''
              ) : (
                <a key={id} href={`${base}?group=${encodeURIComponent(id)}#group`}>
                  {words.groups.change(name)}
                </a>
              ),
            ]
          : []),
      ])}
      empty={words.groups.none}
    />
  );
}

/** Keeps places for a new group, or changes those of one. */
export function GroupEditor({ event, base, editing, groupState }: PlacesPart) {
  const group = groupCalled(event.places, editing);
  return (
    <section id="group" aria-labelledby="group-heading">
      <h2 id="group-heading">{group ? words.groups.changing(group.name) : words.groups.add}</h2>
      <Form action={base} hidden={{ do: 'group', ...(group ? { group: group.id } : {}) }} label={words.groups.add}>
        <GroupFields state={groupState} />
        <ButtonGroup>
          <Button>{group ? words.groups.saveChange : words.groups.save}</Button>
          {group && (
            <ButtonLink href={base} kind="quiet">
              {words.groups.cancel}
            </ButtonLink>
          )}
        </ButtonGroup>
      </Form>
      {group && (
        <Form action={base} hidden={{ do: 'release', group: group.id }} label={words.groups.release1}>
          <p>{words.groups.releaseExplained}</p>
          <Button kind="danger">{words.groups.release1}</Button>
        </Form>
      )}
    </section>
  );
}
