import { everyRole } from '@convener/contracts';
import { viewForm } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, Checkboxes, Form, Notice, Table, TextInput } from '@convener/ui';
import type { Organiser } from '../domain/organiser.ts';
import { words } from '../words.en.ts';
import { inviteForm, rolesForm } from './forms.ts';

type InviteState = Parameters<typeof viewForm<(typeof inviteForm)['fields']>>[1];
type RolesState = Parameters<typeof viewForm<(typeof rolesForm)['fields']>>[1];

const roleOptions = everyRole.map((role) => ({ value: role, label: words.roles[role], hint: words.roleHints[role] }));

/** Who may organise, and the form to invite one more. */
export function organisersPage(view: {
  readonly network: NetworkSettings;
  readonly organisers: readonly Organiser[];
  readonly state?: InviteState;
}): string {
  const form = viewForm(inviteForm, view.state);
  return consolePage({
    network: view.network,
    title: words.organisers.title,
    section: 'organisers',
    errors: form.errors,
    main: (
      <>
        <h1>{words.organisers.title}</h1>
        <Table
          id="organisers"
          caption={words.organisers.caption}
          columns={[
            { heading: words.organisers.name },
            { heading: words.organisers.address },
            { heading: words.organisers.roles },
            { heading: words.organisers.state },
            { heading: words.organisers.change },
          ]}
          rows={view.organisers.flatMap(row)}
          empty={words.organisers.none}
        />
        <h2>{words.organisers.invite}</h2>
        <p>{words.organisers.inviteHint}</p>
        <Form action="/organise/organisers">
          <TextInput {...form.field('address')} label={words.organisers.address} type="email" />
          <Checkboxes {...form.field('roles')} label={words.organisers.roles} options={roleOptions} />
          <Button>{words.organisers.inviteButton}</Button>
        </Form>
        <p>
          {words.token.lead} <a href="/organise/token">{words.token.make}</a>
        </p>
      </>
    ),
  });
}

function row(organiser: Organiser) {
  if (organiser.kind === 'removed') return [];
  const name = organiser.kind === 'active' ? organiser.name : organiser.address;
  return [
    [
      name,
      organiser.address,
      organiser.roles.map((role) => words.roles[role]).join(', '),
      words.organisers.states[organiser.kind],
      <a href={`/organise/organisers/${organiser.id}`}>
        {words.organisers.change} <span class="visually-hidden">{name}</span>
      </a>,
    ],
  ];
}

export function organiserPage(view: {
  readonly network: NetworkSettings;
  readonly organiser: Exclude<Organiser, { kind: 'removed' }>;
  readonly state?: RolesState;
}): string {
  const { organiser } = view;
  const form = viewForm(rolesForm, view.state ?? { kept: { roles: [...organiser.roles] } });
  const action = `/organise/organisers/${organiser.id}`;
  return consolePage({
    network: view.network,
    title: words.organisers.changeTitle,
    section: 'organisers',
    errors: form.errors,
    main: (
      <>
        <h1>{organiser.kind === 'active' ? organiser.name : organiser.address}</h1>
        <p>{organiser.address}</p>
        <Form action={action}>
          <Checkboxes {...form.field('roles')} label={words.organisers.roles} options={roleOptions} />
          <Button name="action" value="roles">
            {words.organisers.save}
          </Button>
        </Form>
        <Notice kind="warning" title={words.organisers.remove}>
          <p>{words.organisers.removeHint}</p>
          <Form action={action} label={words.organisers.remove}>
            <Button kind="danger" name="action" value="remove">
              {words.organisers.remove}
            </Button>
          </Form>
        </Notice>
      </>
    ),
  });
}
