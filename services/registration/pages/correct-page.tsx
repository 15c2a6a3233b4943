import { fill, viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Radios, TextInput } from '@convener/ui';
import type { Event } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { organiseWords } from '../words.organise.en.ts';
import { correctForm } from './enter-form.ts';
import { YesNo } from './register-page.tsx';

export interface CorrectPageView extends PageSetting {
  readonly event: Event;
  readonly registration: Registration;
  /** What the form is made from; sent along, so that nothing is overwritten unseen. */
  readonly version: number;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** An organiser corrects what is held of somebody. */
export function correctPage({ network, event, registration, version, state }: CorrectPageView): string {
  const { outline } = event;
  const { details, email, registrationId } = registration;
  const { errors, field } = viewForm(correctForm, state ?? { kept: fill(correctForm, { ...details, version }) });
  const one = `/organise/events/${outline.eventId}/registrations/${registrationId}`;
  return consolePage({
    network,
    title: organiseWords.correct.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    errors,
    main: (
      <Form action={`${one}/edit`} hidden={{ version: String(version) }}>
        <h1>{organiseWords.correct.title}</h1>
        <TextInput {...field('name')} label={organiseWords.enter.name} autocomplete="off" spellcheck={false} />
        <TextInput {...field('organisation')} label={organiseWords.enter.organisation} autocomplete="off" />
        <TextInput {...field('comingAs')} label={organiseWords.enter.comingAs} hint={words.form.comingAsHint} autocomplete="off" />
        <YesNo {...field('wantsReport')} label={organiseWords.enter.wantsReport} />
        <Radios
          {...field('format')}
          label={organiseWords.correct.format}
          options={[
            { value: 'html', label: words.place.formats.html },
            { value: 'text', label: words.place.formats.text },
          ]}
        />
        {email && <p>{organiseWords.correct.address}</p>}
        <ButtonGroup>
          <Button>{organiseWords.correct.submit}</Button>
          <ButtonLink href={one} kind="quiet">
            {organiseWords.correct.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}

/** Asks before somebody's registration is cancelled. */
export function cancelOnePage({ network, event, registration }: Omit<CorrectPageView, 'version' | 'state'>): string {
  const { outline } = event;
  const own = organiseWords.cancel;
  const one = `/organise/events/${outline.eventId}/registrations/${registration.registrationId}`;
  return consolePage({
    network,
    title: own.title(registration.details.name),
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    main: (
      <Form action={`${one}/cancel`}>
        <h1>{own.title(registration.details.name)}</h1>
        <p>{registration.state.kind === 'waitlisted' ? own.textWaiting : own.text}</p>
        <ButtonGroup>
          <Button kind="danger">{own.submit}</Button>
          <ButtonLink href={one} kind="quiet">
            {own.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}
