import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, Form, Notice, TextArea } from '@convener/ui';
import { oneLetterWords as words } from '../words.one-letter.en.ts';
import { oneLetterForm } from './one-letter-form.ts';

type FormState = NonNullable<Parameters<typeof viewForm>[1]>;

export interface OneLetterView extends PageSetting {
  readonly event: { readonly id: string; readonly title: string };
  readonly person: { readonly id: string; readonly name: string; readonly hasAddress: boolean };
  readonly attempt: string;
  readonly sent: boolean;
  readonly state?: FormState;
}

/** The form of a letter to one person who is registered. */
export function oneLetterPage(view: OneLetterView): string {
  const { network, event, person, sent, state = {} } = view;
  const { errors } = viewForm(oneLetterForm, state);
  return consolePage({
    network,
    title: words.title,
    section: 'events',
    event: { ...event, tab: 'registrations' },
    errors,
    main: (
      <>
        {sent && (
          <Notice kind="success" title={words.sent.title}>
            <p>{words.sent.text}</p>
          </Notice>
        )}
        <p>
          <a href={`/organise/events/${event.id}/registrations/${person.id}`}>{words.back}</a>
        </p>
        <h1>{words.heading(person.name)}</h1>
        {person.hasAddress ? <Letter {...view} state={state} /> : <p class="lead">{words.noAddress}</p>}
      </>
    ),
  });
}

function Letter({ event, person, attempt, state }: OneLetterView & { readonly state: FormState }) {
  const { field } = viewForm(oneLetterForm, state);
  return (
    <Form action={`/organise/events/${event.id}/registrations/${person.id}/letter`} hidden={{ attempt }}>
      <p class="lead">{words.lead}</p>
      <TextArea {...field('body')} label={words.body} hint={words.bodyHint} rows={10} />
      <p>{words.forget}</p>
      <ButtonGroup>
        <Button>{words.submit}</Button>
      </ButtonGroup>
    </Form>
  );
}
