import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Checkboxes, Form, Table, TextInput } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import { adjustmentKinds } from '../domain/adjustment.ts';
import { type Supplier, supplierGoneBy } from '../domain/supplier.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';
import { accessConsole } from './access-frame.tsx';
import { supplierForm } from './arranging-forms.ts';
import { versionSeen } from './version-seen.ts';

const words = supplierWords.suppliers;

export const suppliersPath = '/organise/access/suppliers';

export interface SuppliersView extends PageSetting {
  readonly suppliers: readonly Supplier[];
  /** Of the next one, so that sending the form twice adds one; or of the one that is changed. */
  readonly supplierId: string;
  /** What is there under that id, where somebody was quicker. */
  readonly version?: number | undefined;
  readonly state: Parameters<typeof viewForm<(typeof supplierForm)['fields']>>[1];
}

/** Whom the network books. */
export function suppliersPage(view: SuppliersView): string {
  const { network, state } = view;
  const form = viewForm(supplierForm, state);
  return accessConsole({
    network,
    title: words.title,
    errors: form.errors,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <List view={view} />
        <Entry view={view} field={form.field} />
      </>
    ),
  });
}

function List({ view: { network, suppliers } }: { readonly view: SuppliersView }) {
  const { columns } = words;
  return (
    <Table
      id="suppliers"
      caption={words.title}
      captionHidden
      columns={[columns.name, columns.reach, columns.kinds, columns.until, words.changeColumn].map((heading) => ({ heading }))}
      empty={words.none}
      rows={suppliers.map((each, at) => [
        each.name,
        [each.email, each.phone].filter(Boolean).join(', '),
        each.kinds.map((kind) => arrangingWords.kinds[kind]).join('; '),
        plainDate(supplierGoneBy(each).toISOString(), network.timeZone),
        <Form key="remove" hidden={{ action: 'remove', supplierId: each.supplierId }} label={`${words.remove} ${at + 1}: ${each.name}`}>
          <ButtonGroup>
            <ButtonLink href={`${suppliersPath}?change=${each.supplierId}#entry`} kind="quiet">
              {words.change}
              <span class="visually-hidden">: {each.name}</span>
            </ButtonLink>
            <Button kind="quiet">
              {words.remove}
              <span class="visually-hidden">: {each.name}</span>
            </Button>
          </ButtonGroup>
        </Form>,
      ])}
    />
  );
}

/** A new one, or one as it was seen. */
function Entry({ view: { suppliers, supplierId, version, state }, field }: EntryProps) {
  const seen = versionSeen(state, 'version', version ?? 0);
  const held = seen === '0' ? undefined : suppliers.find((each) => each.supplierId === supplierId);
  const title = held ? words.changeTitle(held.name) : words.add;
  return (
    <Form action={suppliersPath} hidden={{ action: 'add', supplierId, ...(seen === '0' ? {} : { version: seen }) }} label={title}>
      <h2 id="entry">{title}</h2>
      <TextInput {...field('name')} label={words.name} />
      <TextInput {...field('email')} label={words.email} type="email" />
      <TextInput {...field('phone')} label={words.phone} type="tel" />
      <Checkboxes
        {...field('kinds')}
        label={words.kinds}
        options={adjustmentKinds.map((value) => ({ value, label: arrangingWords.kinds[value] }))}
      />
      <ButtonGroup>
        <Button>{held ? words.changeSave : words.save}</Button>
        {held && (
          <ButtonLink href={suppliersPath} kind="quiet">
            {words.changeLeave}
          </ButtonLink>
        )}
      </ButtonGroup>
    </Form>
  );
}

interface EntryProps {
  readonly view: SuppliersView;
  readonly field: ReturnType<typeof viewForm<(typeof supplierForm)['fields']>>['field'];
}
