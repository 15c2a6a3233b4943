import { type Provision, provisionKinds } from '@convener/contracts';
import { type FormView, viewForm } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, Checkboxes, DateInput, Form, Notice, TextInput } from '@convener/ui';
import { words } from '../words.en.ts';
import { provisionWords } from '../words.provisions.en.ts';
import { type PartView, partPage } from './part-page.tsx';
import { doneByPeople, provisionsFormFor } from './provisions-form.ts';

type Fields = ReturnType<typeof provisionsFormFor>['fields'];
type State = Parameters<typeof viewForm<Fields>>[1];

/** What an event provides, with the network's usual set to start from. */
export function provisionsPage(
  view: PartView & {
    readonly state: State;
    readonly usual: readonly Provision[];
    readonly version: number;
    readonly changedMeanwhile?: boolean;
  },
): string {
  const form = viewForm(provisionsFormFor({}), view.state);
  const action = `/organise/events/${view.event.id}/provisions`;
  return partPage(
    view,
    provisionWords.title,
    form.errors,
    <>
      {view.changedMeanwhile && <Notice kind="warning">{words.form.changedMeanwhile}</Notice>}
      <p>{provisionWords.hint}</p>
      <Usual action={action} usual={view.usual} event={view.event.provisions} />
      <Form action={action} hidden={{ version: String(view.version) }}>
        <Ticks form={form} label={provisionWords.which} days />
        <Button>{words.form.save}</Button>
      </Form>
    </>,
  );
}

/** What the network usually provides, which events take over by a press of a button. */
export function usualProvisionsPage(view: {
  readonly network: NetworkSettings;
  readonly state: State;
  readonly version: number;
  readonly changedMeanwhile?: boolean;
}): string {
  const form = viewForm(provisionsFormFor('none'), view.state);
  return consolePage({
    network: view.network,
    title: provisionWords.usual.title,
    section: 'events',
    errors: form.errors,
    main: (
      <>
        <h1>{provisionWords.usual.title}</h1>
        {view.changedMeanwhile && <Notice kind="warning">{words.form.changedMeanwhile}</Notice>}
        <p>{provisionWords.usual.hint}</p>
        <Form action="/organise/provisions" hidden={{ version: String(view.version) }}>
          <Ticks form={form} label={provisionWords.whichUsual} />
          <Button>{words.form.save}</Button>
        </Form>
      </>
    ),
  });
}

function Usual({
  action,
  usual,
  event,
}: {
  readonly action: string;
  readonly usual: readonly Provision[];
  readonly event: readonly Provision[];
}) {
  const has = new Set(event.map(({ kind }) => kind));
  const edit = <a href="/organise/provisions">{provisionWords.usual.edit}</a>;
  if (usual.length === 0)
    return (
      <p>
        {provisionWords.usual.empty} {edit}
      </p>
    );
  if (usual.every(({ kind }) => has.has(kind))) return <p>{edit}</p>;
  return (
    <Notice title={provisionWords.usual.title}>
      <p>{provisionWords.usual.useHint}</p>
      <Form action={action} label={provisionWords.usual.title}>
        <Button kind="quiet" name="action" value="use-usual">
          {provisionWords.usual.use}
        </Button>
      </Form>
      <p>{edit}</p>
    </Notice>
  );
}

function Ticks({ form, label, days }: { readonly form: FormView<Fields>; readonly label: string; readonly days?: boolean }) {
  return (
    <Checkboxes
      {...form.field('kinds')}
      label={label}
      options={provisionKinds.map((kind) => ({
        value: kind,
        label: words.provisions[kind],
        reveal: <About kind={kind} form={form} days={days ?? false} />,
      }))}
    />
  );
}

function About({ kind, form, days }: { readonly kind: Provision['kind']; readonly form: FormView<Fields>; readonly days: boolean }) {
  const hint = kind === 'bsl-interpretation' || kind === 'live-captions' ? provisionWords.peopleHint[kind] : undefined;
  return (
    <>
      <TextInput {...form.field(`${kind}-detail`)} label={kind === 'other' ? provisionWords.what : provisionWords.detail} />
      {doneByPeople.has(kind) && (
        <>
          <TextInput {...form.field(`${kind}-people`)} label={provisionWords.people} hint={hint} width={3} inputMode="numeric" />
          <TextInput {...form.field(`${kind}-by`)} label={provisionWords.by} hint={provisionWords.byHint} />
        </>
      )}
      {days && <DateInput {...form.field(`${kind}-knownBy`)} label={provisionWords.knownBy} hint={provisionWords.knownByHint} />}
    </>
  );
}
