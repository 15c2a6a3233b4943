import { cloneParts } from '@convener/contracts/domain-events';
import { viewForm } from '@convener/forms';
import { Button, Checkboxes, DateInput, Form, TextInput, TimeInput } from '@convener/ui';
import { cloneWords } from '../words.clone.en.ts';
import { words } from '../words.en.ts';
import { cloneForm } from './clone-form.ts';
import { type PartView, partPage } from './part-page.tsx';

type State = Parameters<typeof viewForm<(typeof cloneForm)['fields']>>[1];

const hints: Readonly<Record<string, string>> = cloneWords.hints;

/** A new event from an earlier one: what is new is asked, what stays is ticked. */
export function clonePage(view: PartView & { readonly state: State }): string {
  const form = viewForm(cloneForm, view.state);
  const { id, details, timeZone } = view.event;
  return partPage(
    view,
    cloneWords.title,
    form.errors,
    <>
      <p>{cloneWords.explain(details.title)}</p>
      <Form action={`/organise/events/${id}/copy`}>
        <TextInput {...form.field('title')} label={words.form.title} />
        <TextInput {...form.field('slug')} label={words.form.slug} hint={cloneWords.slugHint} />
        <DateInput {...form.field('date')} label={words.form.date} hint={cloneWords.day} />
        <TimeInput {...form.field('startsAt')} label={words.form.starts} hint={words.form.timeHint(timeZone)} />
        <TimeInput {...form.field('endsAt')} label={words.form.ends} />
        <TextInput {...form.field('capacity')} label={words.form.capacity} width={5} inputMode="numeric" />
        <Checkboxes
          {...form.field('copies')}
          label={cloneWords.copies}
          options={cloneParts.map((part) => ({ value: part, label: cloneWords.parts[part], hint: hints[part] }))}
        />
        <Button>{cloneWords.make}</Button>
      </Form>
    </>,
  );
}
