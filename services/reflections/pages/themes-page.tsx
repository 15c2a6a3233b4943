import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, Details, Form, Notice, Pagination, ProgressBar, Table, Tabs, TextArea, TextInput } from '@convener/ui';
import type { KeptEvent } from '../domain/event.ts';
import type { FoundRows, ListQuery, Overview, PlacedRow } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import type { Rooms } from '../domain/rooms.ts';
import type { Theme, ThemeBook } from '../domain/theme.ts';
import { words } from '../words.en.ts';
import { AssignRow } from './assign-row.tsx';
import { themeForm } from './forms.ts';
import type { FormState } from './reflect-page.tsx';

export interface ThemesView extends PageSetting {
  readonly event: KeptEvent;
  readonly rooms: Rooms;
  readonly book: ThemeBook;
  readonly overview: Overview;
  readonly query: ListQuery;
  readonly found: FoundRows;
  readonly shown: readonly { readonly row: PlacedRow; readonly reflection: Reflection }[];
  readonly saved?: { readonly changed: number; readonly missed: number } | undefined;
  readonly done?: 'made' | 'removed' | undefined;
  readonly state?: FormState;
}

/** Themes in their order, and reflections to put into them. Progress first: organisers look rather than read. */
export function themesPage(view: ThemesView): string {
  const { network, event, overview } = view;
  const form = viewForm(themeForm, view.state);
  return consolePage({
    network,
    title: `${words.themes.title}: ${event.title}`,
    section: 'events',
    event: { id: event.eventId, title: event.title, tab: 'themes' },
    errors: form.errors,
    main: (
      <>
        <h1>{words.themes.title}</h1>
        {view.done === 'made' && <Notice kind="success">{words.themes.made}</Notice>}
        {view.done === 'removed' && <Notice kind="success">{words.themes.removedTheme}</Notice>}
        <Progress overview={overview} />
        <Details summary={words.themes.addTitle} open={view.state !== undefined || view.book.themes.length === 0}>
          <Form action={`/organise/events/${event.eventId}/themes`} label={words.themes.addTitle}>
            <TextInput {...form.field('label')} label={words.themes.label} hint={words.themes.labelHint} />
            <TextArea {...form.field('prose')} label={words.themes.prose} hint={words.themes.proseHint} rows={3} />
            <Button>{words.themes.addSubmit}</Button>
          </Form>
        </Details>
        <Assign {...view} />
        <ThemeTable {...view} />
      </>
    ),
  });
}

function Progress({ overview }: { readonly overview: Overview }) {
  const { themed, unthemed } = overview.counts;
  const open = themed + unthemed;
  if (overview.rows.length === 0) return <p>{words.themes.nothing}</p>;
  return (
    <>
      <ProgressBar id="themed" label={words.themes.progress} value={themed} max={open} says={words.themes.progressSays(themed, open)} />
      {unthemed === 0 && <Notice>{words.themes.complete}</Notice>}
    </>
  );
}

function ThemeTable({ event, book, overview }: ThemesView) {
  const base = `/organise/events/${event.eventId}/themes`;
  const { columns } = words.themes;
  return (
    <>
      <p>{words.themes.listHint}</p>
      <Table
        id="themes"
        caption={words.themes.listTitle}
        columns={[
          { heading: columns.theme },
          { heading: columns.spread },
          { heading: columns.reflections, numeric: true },
          { heading: columns.order },
        ]}
        rows={book.themes.map((theme, position) => {
          const counted = overview.byTheme.get(theme.id);
          return [
            <a key="label" href={`${base}/${theme.id}`}>
              {theme.label}
            </a>,
            counted ? words.themes.spread(counted.spread) : '',
            counted?.reflections ?? 0,
            <Steps key="steps" theme={theme} first={position === 0} last={position === book.themes.length - 1} base={base} />,
          ];
        })}
        empty={words.themes.none}
      />
    </>
  );
}

function Steps({
  theme,
  first,
  last,
  base,
}: {
  readonly theme: Theme;
  readonly first: boolean;
  readonly last: boolean;
  readonly base: string;
}) {
  const name = <span class="visually-hidden">{theme.label}</span>;
  if (first && last) return null;
  return (
    <Form action={`${base}/order`} hidden={{ themeId: theme.id }} label={theme.label}>
      <ButtonGroup>
        {!first && (
          <Button kind="quiet" name="action" value="up">
            {words.themes.up} {name}
          </Button>
        )}
        {!last && (
          <Button kind="quiet" name="action" value="down">
            {words.themes.down} {name}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  );
}

function Assign(view: ThemesView) {
  const { event, book, found, shown, query, saved } = view;
  const base = `/organise/events/${event.eventId}/themes`;
  const show = query.place === 'open' ? 'open' : 'unthemed';
  const filters = (['unthemed', 'open'] as const).map((place) => ({
    href: `${base}?show=${place}#assign`,
    text: words.themes.filters[place],
    current: show === place,
  }));
  const to = (page: number) => `${base}?show=${show}&page=${page}#assign`;
  return (
    <section aria-labelledby="assign">
      <h2 id="assign">{words.themes.assignTitle}</h2>
      {saved && <Notice kind="success">{words.themes.saved(saved.changed)}</Notice>}
      {saved && saved.missed > 0 && <Notice kind="warning">{words.themes.missed(saved.missed)}</Notice>}
      <Tabs label={words.list.show} items={filters} />
      {found.total === 0 && <p>{words.list.none}</p>}
      {found.total > 0 && book.themes.length === 0 && (
        <>
          <p>{words.themes.noThemesYet}</p>
          <Rows {...view} />
        </>
      )}
      {found.total > 0 && book.themes.length > 0 && (
        <Form action={`${base}/assign`} hidden={{ show, page: String(found.page) }} label={words.themes.assignTitle}>
          <p>{words.themes.assignHint}</p>
          <Rows {...view} />
          <Button>{words.themes.save}</Button>
        </Form>
      )}
      <Pagination
        previous={found.page > 1 ? to(found.page - 1) : undefined}
        next={found.page < found.pages ? to(found.page + 1) : undefined}
        summary={words.list.showing(found.from + 1, found.from + shown.length, found.total)}
      />
    </section>
  );
}

/** Without a theme there is nothing to choose, and so nothing to send. */
function Rows(view: ThemesView) {
  return (
    <ol class="cards" start={view.found.from + 1}>
      {view.shown.map(({ row, reflection }, position) => (
        <AssignRow key={row.id} {...view} row={row} reflection={reflection} number={view.found.from + position + 1} />
      ))}
    </ol>
  );
}
