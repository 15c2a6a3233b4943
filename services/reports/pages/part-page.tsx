import { type FieldError, viewForm } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import { BackLink, Button, Form, Notice, TextArea, TextInput, Tick } from '@convener/ui';
import type { Edit, Part } from '../domain/draft.ts';
import { words } from '../words.en.ts';
import { type filledWith, partForms, pathOf } from './forms.ts';

export interface PartView {
  readonly network: NetworkSettings;
  readonly event: { readonly id: string; readonly title: string };
  readonly part: Part;
  /** The name, where the part is a speaker's section. */
  readonly speaker?: string | undefined;
  readonly state: { readonly kept: ReturnType<typeof filledWith>; readonly errors?: readonly FieldError[] };
  /** The part's revision as it is shown here. */
  readonly seen: number;
  /** What somebody else saved while this was being written. */
  readonly theirs?: Edit | undefined;
  readonly warning?: string | undefined;
}

/** The form of one part of a report. */
export function partPage(view: PartView): string {
  const { network, event, part, state } = view;
  const title = titleOf(view);
  return consolePage({
    network,
    title,
    section: 'events',
    event: { ...event, tab: 'report' },
    errors: state.errors ?? [],
    main: (
      <>
        <BackLink href={`/organise/events/${event.id}/report`} text={words.form.back} />
        <h1>{title}</h1>
        {view.warning && <Notice kind="warning">{view.warning}</Notice>}
        {view.theirs && <Theirs theirs={view.theirs} />}
        <Form action={`/organise/events/${event.id}/report/${pathOf(part)}`} hidden={{ seen: String(view.seen) }}>
          <Fields part={part} state={state} />
          <Button>{words.form.save}</Button>
        </Form>
      </>
    ),
  });
}

function titleOf({ part, speaker }: Pick<PartView, 'part' | 'speaker'>): string {
  switch (part.part) {
    case 'introduction':
      return words.form.introduction;
    case 'context':
      return words.console.context;
    case 'speaker':
      return words.console.speaker(speaker ?? '');
    case 'ending':
      return words.form.ending;
    case 'settings':
      return words.form.settings;
  }
}

function Fields({ part, state }: Pick<PartView, 'part' | 'state'>) {
  const hint = (own: string) => (
    <>
      {own} {words.form.markdown}
    </>
  );
  switch (part.part) {
    case 'introduction': {
      const { field } = viewForm(partForms.introduction, state);
      return <TextArea {...field('introduction')} label={words.form.introduction} hint={hint(words.form.introductionHint)} rows={14} />;
    }
    case 'context': {
      const { field } = viewForm(partForms.context, state);
      return (
        <>
          <TextInput {...field('heading')} label={words.form.heading} hint={words.form.headingHint} />
          <TextArea {...field('prose')} label={words.form.prose} hint={words.form.markdown} rows={16} />
        </>
      );
    }
    case 'speaker': {
      const { field } = viewForm(partForms.speaker, state);
      return <TextArea {...field('section')} label={words.form.section} hint={hint(words.form.sectionHint)} rows={20} />;
    }
    case 'ending': {
      const { field } = viewForm(partForms.ending, state);
      return <TextArea {...field('ending')} label={words.form.ending} hint={hint(words.form.endingHint)} rows={10} />;
    }
    case 'settings': {
      const { field } = viewForm(partForms.settings, state);
      return <Tick {...field('showSpread')} label={words.form.showSpread} />;
    }
  }
}

/** Somebody else's words, ready to be copied from: never lost, never in the way of one's own. */
function Theirs({ theirs }: { readonly theirs: Edit }) {
  return (
    <Notice kind="warning" title={words.form.meanwhileTitle}>
      <p>{words.form.meanwhile}</p>
      <h3>{words.form.theirs}</h3>
      {textsOf(theirs).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
}

function textsOf(edit: Edit): readonly string[] {
  const texts = paragraphsOf(edit).filter((text) => text !== '');
  return texts.length === 0 ? [words.console.empty] : texts;
}

function paragraphsOf(edit: Edit): readonly string[] {
  switch (edit.part) {
    case 'introduction':
      return edit.introduction.split('\n');
    case 'context':
      return [edit.heading, ...edit.prose.split('\n')];
    case 'speaker':
      return edit.section.split('\n');
    case 'ending':
      return edit.ending.split('\n');
    case 'settings':
      return [edit.showSpread ? words.console.spreadShown : words.console.spreadHidden];
  }
}
