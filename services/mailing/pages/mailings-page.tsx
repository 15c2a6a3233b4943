import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Checkboxes, Form, Radios, Table, Tag, TextArea, TextInput, type Tone } from '@convener/ui';
import { inThousands } from '@convener/writing/numbers';
import { moment } from '../domain/dates.ts';
import type { Mailing, MailingState } from '../domain/mailing.ts';
import { mailingWords as words } from '../words.mailings.en.ts';
import { noteForm, reportForm } from './mailing-forms.ts';

export const stateTones: Readonly<Record<MailingState['kind'], Tone>> = {
  preparing: 'plain',
  ready: 'attention',
  sending: 'good',
  paused: 'bad',
  finished: 'good',
  discarded: 'plain',
};

type FormState = NonNullable<Parameters<typeof viewForm>[1]>;

export interface MailingsView extends PageSetting {
  readonly event: { readonly id: string; readonly title: string };
  readonly mailings: readonly Mailing[];
  /** The report's title, where it is published and has no mailing yet. */
  readonly report: { readonly kind: 'none' } | { readonly kind: 'ready'; readonly title: string } | { readonly kind: 'has-mailing' };
  readonly state?: FormState;
}

/** What was sent about an event, and what is ready to be. */
export function mailingsPage(view: MailingsView): string {
  const { network, event, mailings, state = { kept: { audience: ['attendees', 'members'] } } } = view;
  const { errors } = viewForm(reportForm, state);
  return consolePage({
    network,
    title: `${words.title}: ${event.title}`,
    section: 'events',
    event: { ...event, tab: 'mailings' },
    errors,
    main: (
      <>
        <h1>{words.title}</h1>
        <p>
          <a href={`/organise/events/${event.id}/letters`}>{words.letters}</a>
        </p>
        <h2>{words.report.title}</h2>
        <Report {...view} state={state} />
        <h2>{words.note.title}</h2>
        <p>{words.note.text}</p>
        <ButtonLink href={`/organise/events/${event.id}/mailings/note`} kind="quiet">
          {words.note.link}
        </ButtonLink>
        <h2>{words.list.caption}</h2>
        <Table
          id="mailings"
          caption={words.list.caption}
          captionHidden
          columns={[
            { heading: words.list.columns.what },
            { heading: words.list.columns.state },
            { heading: words.list.columns.letters, numeric: true },
            { heading: words.list.columns.made },
          ]}
          rows={mailings.map((mailing) => [
            <a key="what" href={`/organise/mailings/${mailing.id}`}>
              {mailing.note ? mailing.note.subject : words.kinds[mailing.kind]}
            </a>,
            <Tag key="state" tone={stateTones[mailing.state.kind]}>
              {words.states[mailing.state.kind]}
            </Tag>,
            inThousands(mailing.letters),
            moment(mailing.createdAt, network.timeZone),
          ])}
          empty={words.list.none}
        />
      </>
    ),
  });
}

function Report({ event, report, state }: MailingsView & { readonly state: FormState }) {
  const { field } = viewForm(reportForm, state);
  switch (report.kind) {
    case 'none':
      return <p>{words.report.waiting}</p>;
    case 'has-mailing':
      return <p>{words.report.view}</p>;
    case 'ready':
      return (
        <Form action={`/organise/events/${event.id}/mailings`} label={words.report.title}>
          <p>{words.report.ready(report.title)}</p>
          <Checkboxes
            {...field('audience')}
            label={words.report.audience}
            hint={words.report.once}
            options={[
              { value: 'attendees', label: words.report.attendees },
              { value: 'members', label: words.report.members },
            ]}
          />
          <ButtonGroup>
            <Button>{words.report.submit}</Button>
          </ButtonGroup>
          <p>{words.report.preparedNote}</p>
        </Form>
      );
  }
}

export interface NoteView extends PageSetting {
  readonly event: { readonly id: string; readonly title: string };
  readonly state?: FormState;
}

/** The form of a letter to an event's attendees. */
export function notePage({ network, event, state = { kept: { to: 'confirmed' } } }: NoteView): string {
  const { errors, field } = viewForm(noteForm, state);
  return consolePage({
    network,
    title: words.note.title,
    section: 'events',
    event: { ...event, tab: 'mailings' },
    errors,
    main: (
      <Form action={`/organise/events/${event.id}/mailings/note`}>
        <h1>{words.note.title}</h1>
        <p class="lead">{words.note.text}</p>
        <Radios
          {...field('to')}
          label={words.note.to}
          options={(['both', 'confirmed', 'waitlisted', 'attended'] as const).map((value) => ({
            value,
            label: words.note.toOptions[value],
          }))}
        />
        <TextInput {...field('subject')} label={words.note.subject} hint={words.note.subjectHint} />
        <TextArea {...field('body')} label={words.note.body} hint={words.note.bodyHint} rows={14} />
        <ButtonGroup>
          <Button>{words.note.submit}</Button>
        </ButtonGroup>
        <p>{words.report.preparedNote}</p>
      </Form>
    ),
  });
}
