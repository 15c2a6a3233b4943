import { fill, viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { BackLink, Button, Form, Notice, Select, TextArea, TextInput } from '@convener/ui';
import type { KeptEvent } from '../domain/event.ts';
import type { Overview, PlacedRow } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import type { Rooms } from '../domain/rooms.ts';
import type { Theme, ThemeBook } from '../domain/theme.ts';
import { words } from '../words.en.ts';
import { mergeForm, themeForm } from './forms.ts';
import type { FormState } from './reflect-page.tsx';
import { ReflectionCard } from './reflection-card.tsx';

export interface ThemeView extends PageSetting {
  readonly event: KeptEvent;
  readonly rooms: Rooms;
  readonly book: ThemeBook;
  readonly overview: Overview;
  readonly theme: Theme;
  readonly shown: readonly { readonly row: PlacedRow; readonly reflection: Reflection }[];
  readonly done?: 'saved' | 'merged' | undefined;
  readonly state?: FormState;
  readonly mergeState?: FormState;
  readonly changedMeanwhile?: boolean;
}

/** One theme: its words, and what they were made of. */
export function themePage(view: ThemeView): string {
  const { network, event, theme, overview } = view;
  const base = `/organise/events/${event.eventId}/themes`;
  const spread = overview.byTheme.get(theme.id)?.spread;
  return consolePage({
    network,
    title: `${theme.label}: ${event.title}`,
    section: 'events',
    event: { id: event.eventId, title: event.title, tab: 'themes' },
    errors: [...(view.state?.errors ?? []), ...(view.mergeState?.errors ?? [])],
    main: (
      <>
        <BackLink href={base} text={words.themes.back} />
        <h1>{theme.label}</h1>
        {view.done && <Notice kind="success">{view.done === 'saved' ? words.themes.savedTheme : words.themes.mergedTheme}</Notice>}
        {spread && (
          <p class="lead">
            {words.themes.columns.spread} {words.themes.spread(spread)}
          </p>
        )}
        <WordsForm {...view} action={`${base}/${theme.id}`} />
        <Behind {...view} />
        <MergeAndRemove {...view} action={`${base}/${theme.id}`} />
      </>
    ),
  });
}

type Acting = ThemeView & { readonly action: string };

function WordsForm({ theme, state, changedMeanwhile, action }: Acting) {
  const filled = { kept: fill(themeForm, { label: theme.label, prose: theme.prose }) };
  const form = viewForm(themeForm, state ?? filled);
  return (
    <>
      {changedMeanwhile && (
        <Notice kind="warning" title={words.themes.theirs}>
          <p>{theme.label}</p>
          {theme.prose.split(/\n{2,}/).map((paragraph, position) => (
            <p key={position}>{paragraph}</p>
          ))}
        </Notice>
      )}
      <Form action={action} hidden={{ edition: String(theme.edition) }} label={words.themes.label}>
        <TextInput {...form.field('label')} label={words.themes.label} hint={words.themes.labelHint} />
        <TextArea {...form.field('prose')} label={words.themes.prose} hint={words.themes.proseHint} rows={8} />
        <Button name="action" value="save">
          {words.themes.save1}
        </Button>
      </Form>
    </>
  );
}

function Behind({ shown, rooms }: ThemeView) {
  return (
    <section aria-labelledby="behind">
      <h2 id="behind">{words.themes.behind}</h2>
      {shown.length === 0 && <p>{words.themes.behindNone}</p>}
      <ul class="cards">
        {shown.map(({ row, reflection }) => (
          <li key={row.id}>
            <div class="card">
              <div>
                <ReflectionCard row={row} reflection={reflection} rooms={rooms} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MergeAndRemove({ book, theme, mergeState, action }: Acting) {
  const { field } = viewForm(mergeForm, mergeState);
  const others = book.themes.filter((each) => each.id !== theme.id).map(({ id, label }) => ({ value: id, text: label }));
  return (
    <>
      {others.length > 0 && (
        <section aria-labelledby="merge">
          <h2 id="merge">{words.themes.mergeTitle}</h2>
          <Form action={action} label={words.themes.mergeTitle}>
            <Select
              {...field('into')}
              label={words.themes.mergeInto}
              hint={words.themes.mergeHint}
              blank={words.themes.chooseTheme}
              options={others}
            />
            <Button kind="quiet" name="action" value="merge">
              {words.themes.merge}
            </Button>
          </Form>
        </section>
      )}
      <section aria-labelledby="remove">
        <h2 id="remove">{words.themes.removeTitle}</h2>
        <p>{words.themes.removeText}</p>
        <Form action={action} label={words.themes.removeTitle}>
          <Button kind="danger" name="action" value="remove">
            {words.themes.remove}
          </Button>
        </Form>
      </section>
    </>
  );
}
