import { provisionKinds } from '@convener/contracts';
import { viewForm } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, ButtonGroup, Form, TextInput, Tick } from '@convener/ui';
import type { ComponentChildren } from 'preact';
import type { Event } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { linkForm, speakerForm } from './event-form.ts';
import { provisionsForm } from './provisions-form.ts';

type SpeakerState = Parameters<typeof viewForm<(typeof speakerForm)['fields']>>[1];
type ProvisionsState = Parameters<typeof viewForm<(typeof provisionsForm)['fields']>>[1];
type LinkState = Parameters<typeof viewForm<(typeof linkForm)['fields']>>[1];

interface PartView {
  readonly network: NetworkSettings;
  readonly event: Event;
}

function partPage(
  { network, event }: PartView,
  title: string,
  errors: ReturnType<typeof viewForm>['errors'],
  main: ComponentChildren,
): string {
  return consolePage({
    network,
    title,
    section: 'events',
    event: { id: event.id, title: event.details.title, tab: 'overview' },
    errors,
    main: (
      <>
        <h1>{title}</h1>
        {main}
        <p>
          <a href={`/organise/events/${event.id}`}>{words.console.backToEvent}</a>
        </p>
      </>
    ),
  });
}

/** The speakers in their order, and a form for one more. */
export function speakersPage(view: PartView & { readonly state?: SpeakerState }): string {
  const base = `/organise/events/${view.event.id}/speakers`;
  const form = viewForm(speakerForm, view.state);
  return partPage(
    view,
    words.console.speakers,
    form.errors,
    <>
      {view.event.speakers.length === 0 && <p>{words.console.noSpeakers}</p>}
      <ol>
        {view.event.speakers.map((speaker, position) => (
          <li key={speaker.id}>
            {[speaker.name, speaker.role, speaker.organisation].filter(Boolean).join(', ')}
            <Form action={`${base}/${speaker.id}`} label={speaker.name}>
              <ButtonGroup>
                <a href={`${base}/${speaker.id}`}>
                  {words.console.change} <span class="visually-hidden">{speaker.name}</span>
                </a>
                {position > 0 && (
                  <Button kind="quiet" name="action" value="up">
                    {words.console.up} <span class="visually-hidden">{speaker.name}</span>
                  </Button>
                )}
                <Button kind="quiet" name="action" value="remove">
                  {words.console.remove} <span class="visually-hidden">{speaker.name}</span>
                </Button>
              </ButtonGroup>
            </Form>
          </li>
        ))}
      </ol>
      <h2>{words.console.addSpeaker}</h2>
      <SpeakerFields action={base} form={form} save={words.console.saveSpeaker} />
    </>,
  );
}

export function speakerPage(view: PartView & { readonly speakerId: string; readonly state?: SpeakerState }): string {
  const form = viewForm(speakerForm, view.state);
  const action = `/organise/events/${view.event.id}/speakers/${view.speakerId}`;
  const name = view.event.speakers.find((speaker) => speaker.id === view.speakerId)?.name ?? '';
  const title = words.console.changeSpeaker(name);
  return partPage(view, title, form.errors, <SpeakerFields action={action} form={form} save={words.form.save} />);
}

function SpeakerFields({
  action,
  form,
  save,
}: {
  readonly action: string;
  readonly save: string;
  readonly form: ReturnType<typeof viewForm<(typeof speakerForm)['fields']>>;
}) {
  return (
    <Form action={action}>
      <TextInput {...form.field('name')} label={words.console.speakerName} />
      <TextInput {...form.field('role')} label={words.console.speakerRole} />
      <TextInput {...form.field('organisation')} label={words.console.speakerOrganisation} />
      <Button name="action" value="save">
        {save}
      </Button>
    </Form>
  );
}

/** The links of an event, and a form for one more. */
export function linksPage(view: PartView & { readonly state?: LinkState }): string {
  const action = `/organise/events/${view.event.id}/links`;
  const form = viewForm(linkForm, view.state);
  return partPage(
    view,
    words.console.links,
    form.errors,
    <>
      {view.event.links.length === 0 && <p>{words.console.noLinks}</p>}
      <ul>
        {view.event.links.map((link) => (
          <li key={link.id}>
            <a href={link.url}>{link.label}</a>
            <Form action={action} hidden={{ linkId: link.id }} label={link.label}>
              <Button kind="quiet" name="action" value="remove">
                {words.console.remove} <span class="visually-hidden">{link.label}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <h2>{words.console.addLink}</h2>
      <Form action={action}>
        <TextInput {...form.field('label')} label={words.console.linkLabel} hint={words.console.linkLabelHint} />
        <TextInput {...form.field('url')} label={words.console.linkAddress} type="url" />
        <Button name="action" value="add">
          {words.console.addLink}
        </Button>
      </Form>
    </>,
  );
}

/** Every kind of provision with a tick and a detail. */
export function provisionsPage(view: PartView & { readonly state: ProvisionsState }): string {
  const form = viewForm(provisionsForm, view.state);
  return partPage(
    view,
    words.console.provisions,
    form.errors,
    <Form action={`/organise/events/${view.event.id}/provisions`}>
      <p>{words.console.provisionsHint}</p>
      {provisionKinds.map((kind) => (
        <fieldset key={kind}>
          <legend class="visually-hidden">{words.provisions[kind]}</legend>
          <Tick {...form.field(kind)} label={words.provisions[kind]} />
          <TextInput {...form.field(`${kind}-detail`)} label={words.console.provisionDetail} />
        </fieldset>
      ))}
      <Button>{words.form.save}</Button>
    </Form>,
  );
}

/** Asks before everybody is written to. */
export function cancelPage(view: PartView): string {
  return partPage(
    view,
    words.console.cancelAsk,
    [],
    <>
      <p>{words.console.cancelExplain}</p>
      <Form action={`/organise/events/${view.event.id}/cancel`}>
        <ButtonGroup>
          <Button kind="danger">{words.console.cancelYes}</Button>
          <a href={`/organise/events/${view.event.id}`}>{words.console.cancelNo}</a>
        </ButtonGroup>
      </Form>
    </>,
  );
}
