import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonLink, Details, Form, Notice, Pagination, Select, StatusCounts, Tabs, TextArea, TextInput } from '@convener/ui';
import type { KeptEvent } from '../domain/event.ts';
import type { FoundRows, ListQuery, Overview, Place, PlacedRow } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import type { Rooms } from '../domain/rooms.ts';
import type { ThemeBook } from '../domain/theme.ts';
import { words } from '../words.en.ts';
import { ConsentRadios } from './consent-radios.tsx';
import { byHandForm } from './forms.ts';
import type { FormState } from './reflect-page.tsx';
import { placeTones, ReflectionCard } from './reflection-card.tsx';
import { type RoomLinks, RoomsSection } from './rooms-section.tsx';

/** What was just done, to be said at the top. */
export type ListDone = 'added' | 'set-aside' | 'bring-back';

export interface ReflectionsView extends PageSetting {
  readonly event: KeptEvent;
  readonly rooms: Rooms;
  readonly book: ThemeBook;
  readonly overview: Overview;
  readonly query: ListQuery;
  readonly found: FoundRows;
  readonly shown: readonly { readonly row: PlacedRow; readonly reflection: Reflection }[];
  readonly links: RoomLinks;
  readonly attempt: string;
  readonly done?: ListDone | undefined;
  readonly roomsState?: FormState;
  readonly byHandState?: FormState;
  /** The reflection whose reason is missing, with what to say about it. */
  readonly moderation?: { readonly reflectionId: string; readonly errors: FormState['errors'] };
}

const places: readonly Place[] = ['unthemed', 'themed', 'set-aside', 'withdrawn'];

/** Rooms with their links, then what was said. */
export function reflectionsPage(view: ReflectionsView): string {
  const { network, event, overview } = view;
  const base = `/organise/events/${event.eventId}`;
  return consolePage({
    network,
    title: `${words.list.title}: ${event.title}`,
    section: 'events',
    event: { id: event.eventId, title: event.title, tab: 'reflections' },
    errors: errorsOf(view),
    main: (
      <>
        <h1>{words.list.title}</h1>
        {view.done && <Notice kind="success">{said[view.done]}</Notice>}
        <StatusCounts
          counts={places.map((place) => ({
            count: overview.counts[place],
            label: words.list.counted[place],
            href: `${base}/reflections?show=${place}#said`,
            tone: placeTones[place],
          }))}
        />
        <p>
          <ButtonLink href={`${base}/themes`}>{words.list.toThemes}</ButtonLink>
        </p>
        <RoomsSection {...view} action={`${base}/rooms`} state={view.roomsState} />
        <ByHand {...view} base={base} />
        <What {...view} base={base} />
        <p>
          <ButtonLink href={`${base}/reflections.csv`} kind="quiet">
            {words.list.export}
          </ButtonLink>
        </p>
        <p>{words.list.exportNote}</p>
      </>
    ),
  });
}

const said: Record<ListDone, string> = {
  added: words.list.added,
  'set-aside': words.list.setAsideDone,
  'bring-back': words.list.bringBackDone,
};

function errorsOf({ roomsState, byHandState, moderation }: ReflectionsView) {
  const rooms = (roomsState?.errors ?? []).map((error) => ({ ...error, id: 'rooms-wanted' }));
  const reason = (moderation?.errors ?? []).map((error) => ({ ...error, id: reasonId(moderation?.reflectionId) }));
  return [...rooms, ...(byHandState?.errors ?? []), ...reason];
}

type Based = ReflectionsView & { readonly base: string };

function ByHand({ rooms, byHandState, attempt, base }: Based) {
  const { field } = viewForm(byHandForm, byHandState);
  return (
    <Details summary={words.list.addTitle} open={byHandState !== undefined}>
      <p>{words.list.addText}</p>
      <Form action={`${base}/reflections`} hidden={{ attempt }} label={words.list.addTitle}>
        <Select
          {...field('room')}
          label={words.list.addRoom}
          blank={words.list.outside}
          options={rooms.rooms.map((room) => ({ value: room.id, text: room.label }))}
        />
        <TextArea {...field('words')} label={words.reflect.words} rows={4} />
        <ConsentRadios consent={field('consent')} name={field('name')} />
        <Button>{words.list.addSubmit}</Button>
      </Form>
    </Details>
  );
}

function What(view: Based) {
  const { found, shown, base, query } = view;
  const list = `${base}/reflections`;
  const filters = [
    { href: `${list}#said`, text: words.list.showAll, current: query.place === undefined },
    ...places.map((place) => ({ href: `${list}?show=${place}#said`, text: words.list.places[place], current: query.place === place })),
  ];
  const to = (page: number) => `${list}?${query.place ? `show=${query.place}&` : ''}page=${page}#said`;
  const summary = found.total > 0 ? words.list.showing(found.from + 1, found.from + shown.length, found.total) : undefined;
  return (
    <section aria-labelledby="said">
      <h2 id="said">{words.list.said}</h2>
      <Tabs label={words.list.show} items={filters} />
      {found.total === 0 && <p>{words.list.none}</p>}
      <ol class="cards" start={found.from + 1}>
        {shown.map(({ row, reflection }, position) => (
          <li key={row.id}>
            <div class="card">
              <div>
                <ReflectionCard row={row} reflection={reflection} rooms={view.rooms} book={view.book} />
                <Moderate {...view} reflection={reflection} number={found.from + position + 1} />
              </div>
            </div>
          </li>
        ))}
      </ol>
      <Pagination
        previous={found.page > 1 ? to(found.page - 1) : undefined}
        next={found.page < found.pages ? to(found.page + 1) : undefined}
        summary={summary}
      />
    </section>
  );
}

function Moderate({ reflection, number, base, moderation }: Based & { readonly reflection: Reflection; readonly number: number }) {
  if (reflection.standing.kind === 'withdrawn') return null;
  const action = `${base}/reflections/${reflection.id}/moderate`;
  const name = words.list.reflectionNumber(number);
  if (reflection.standing.kind === 'set-aside') {
    return (
      <Form action={action} hidden={{ decision: 'bring-back' }} label={name}>
        <Button kind="quiet">
          {words.list.bringBack} <span class="visually-hidden">{name}</span>
        </Button>
      </Form>
    );
  }
  const error = moderation?.reflectionId === reflection.id ? moderation.errors?.[0]?.message : undefined;
  return (
    <Details summary={`${words.list.setAside}: ${name}`} open={error !== undefined}>
      <Form action={action} hidden={{ decision: 'set-aside' }} label={name}>
        <TextInput
          name="reason"
          id={reasonId(reflection.id)}
          label={words.list.setAsideReason}
          hint={words.list.setAsideHint}
          error={error}
        />
        <Button kind="quiet">
          {words.list.setAside} <span class="visually-hidden">{name}</span>
        </Button>
      </Form>
    </Details>
  );
}

function reasonId(reflectionId: string | undefined): string {
  return `reason-${reflectionId ?? ''}`;
}
