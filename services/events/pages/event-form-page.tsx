import { modes } from '@convener/contracts';
import { type FormView, viewForm } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, DateInput, Form, Notice, Radios, TextArea, TextInput, TimeInput } from '@convener/ui';
import { words } from '../words.en.ts';
import { eventForm } from './event-form.ts';

type Fields = FormView<(typeof eventForm)['fields']>;

export interface EventFormView {
  readonly network: NetworkSettings;
  /** Undefined while the event is new. */
  readonly event: { readonly id: string; readonly title: string; readonly isPublic: boolean; readonly version: number } | undefined;
  readonly state: Parameters<typeof viewForm<(typeof eventForm)['fields']>>[1];
  readonly changedMeanwhile?: boolean;
}

/** The form of an event's details, new or existing. */
export function eventFormPage({ network, event, state, changedMeanwhile }: EventFormView): string {
  const form = viewForm(eventForm, state);
  const title = event ? words.form.editTitle : words.form.newTitle;
  return consolePage({
    network,
    title,
    section: 'events',
    event: event && { id: event.id, title: event.title, tab: 'overview' },
    errors: form.errors,
    main: (
      <>
        <h1>{title}</h1>
        {changedMeanwhile && <Notice kind="warning">{words.form.changedMeanwhile}</Notice>}
        {event?.isPublic && <Notice>{words.form.publicAlready}</Notice>}
        <Form action={event ? `/organise/events/${event.id}` : '/organise/events'} hidden={event ? { version: String(event.version) } : {}}>
          <WhatItIs form={form} />
          <WhenAndWhere form={form} timeZone={network.timeZone} />
          <Registration form={form} timeZone={network.timeZone} />
          <OnTheDay form={form} />
          <Button>{words.form.save}</Button>
        </Form>
      </>
    ),
  });
}

function WhatItIs({ form }: { readonly form: Fields }) {
  return (
    <section aria-labelledby="what">
      <h2 id="what">{words.form.parts.what}</h2>
      <TextInput {...form.field('title')} label={words.form.title} />
      <TextInput {...form.field('slug')} label={words.form.slug} hint={words.form.slugHint} />
      <TextInput {...form.field('series')} label={words.form.series} hint={words.form.seriesHint} />
      <TextInput {...form.field('purpose')} label={words.form.purpose} />
      <TextArea {...form.field('description')} label={words.form.description} hint={words.form.descriptionHint} rows={8} />
    </section>
  );
}

function WhenAndWhere({ form, timeZone }: { readonly form: Fields; readonly timeZone: string }) {
  return (
    <section aria-labelledby="when">
      <h2 id="when">{words.form.parts.when}</h2>
      <DateInput {...form.field('date')} label={words.form.date} />
      <TimeInput {...form.field('startsAt')} label={words.form.starts} hint={words.form.timeHint(timeZone)} />
      <TimeInput {...form.field('endsAt')} label={words.form.ends} />
      <Radios {...form.field('mode')} label={words.form.mode} options={modes.map((mode) => ({ value: mode, label: words.modes[mode] }))} />
      <TextInput {...form.field('place')} label={words.form.place} hint={words.form.placeHint} />
    </section>
  );
}

function Registration({ form, timeZone }: { readonly form: Fields; readonly timeZone: string }) {
  return (
    <section aria-labelledby="registration">
      <h2 id="registration">{words.form.parts.registration}</h2>
      <TextInput {...form.field('capacity')} label={words.form.capacity} width={5} inputMode="numeric" />
      <DateInput {...form.field('opensOn')} label={words.form.opensOn} />
      <TimeInput {...form.field('opensAt')} label={words.form.opensAt} hint={words.form.timeHint(timeZone)} />
      <DateInput {...form.field('closesOn')} label={words.form.closesOn} />
      <TimeInput {...form.field('closesAt')} label={words.form.closesAt} />
    </section>
  );
}

function OnTheDay({ form }: { readonly form: Fields }) {
  return (
    <section aria-labelledby="day">
      <h2 id="day">{words.form.parts.day}</h2>
      <TextArea {...form.field('question')} label={words.form.question} hint={words.form.questionHint} rows={3} />
      <TextInput {...form.field('joiningLink')} label={words.form.joiningLink} hint={words.form.joiningHint} type="url" />
      <TextArea {...form.field('joiningInstructions')} label={words.form.joiningInstructions} rows={3} />
    </section>
  );
}
