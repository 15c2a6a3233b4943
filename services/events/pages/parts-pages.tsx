import { viewForm } from '@convener/forms';
import { Button, ButtonGroup, Form, TextInput } from '@convener/ui';
import { words } from '../words.en.ts';
import { linkForm, speakerForm } from './event-form.ts';
import { type PartView, partPage } from './part-page.tsx';

type SpeakerState = Parameters<typeof viewForm<(typeof speakerForm)['fields']>>[1];
type LinkState = Parameters<typeof viewForm<(typeof linkForm)['fields']>>[1];

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
