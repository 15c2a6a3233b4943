import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Checkboxes, Form, Table, TextInput } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import { adjustmentKinds } from '../domain/adjustment.ts';
import { type Supplier, supplierGoneBy } from '../domain/supplier.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';
import { accessConsole } from './access-frame.tsx';
import { supplierForm } from './arranging-forms.ts';
import { versionSeen } from './version-seen.ts';

const words = supplierWords.suppliers;

export interface SuppliersView extends PageSetting {
  readonly suppliers: readonly Supplier[];
  /** Of the next one, so that sending the form twice adds one. */
  readonly supplierId: string;
  /** What is there under that id, where somebody was quicker. */
  readonly version?: number | undefined;
  readonly state: Parameters<typeof viewForm<(typeof supplierForm)['fields']>>[1];
}

/** Whom the network books. */
export function suppliersPage({ network, suppliers, supplierId, version, state }: SuppliersView): string {
  const { field, errors } = viewForm(supplierForm, state);
  const { columns } = words;
  const seen = versionSeen(state, 'version', version ?? 0);
  return accessConsole({
    network,
    title: words.title,
    errors,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Table
          id="suppliers"
          caption={words.title}
          captionHidden
          columns={[columns.name, columns.reach, columns.kinds, columns.until, words.remove].map((heading) => ({ heading }))}
          empty={words.none}
          rows={suppliers.map((each, at) => [
            each.name,
            [each.email, each.phone].filter(Boolean).join(', '),
            each.kinds.map((kind) => arrangingWords.kinds[kind]).join('; '),
            plainDate(supplierGoneBy(each).toISOString(), network.timeZone),
            <Form key="remove" hidden={{ action: 'remove', supplierId: each.supplierId }} label={`${words.remove} ${at + 1}: ${each.name}`}>
              <Button kind="quiet">
                {words.remove}
                <span class="visually-hidden">: {each.name}</span>
              </Button>
            </Form>,
          ])}
        />
        <Form hidden={{ action: 'add', supplierId, ...(seen === '0' ? {} : { version: seen }) }} label={words.add}>
          <h2>{words.add}</h2>
          <TextInput {...field('name')} label={words.name} />
          <TextInput {...field('email')} label={words.email} type="email" />
          <TextInput {...field('phone')} label={words.phone} type="tel" />
          <Checkboxes
            {...field('kinds')}
            label={words.kinds}
            options={adjustmentKinds.map((value) => ({ value, label: arrangingWords.kinds[value] }))}
          />
          <Button>{words.save}</Button>
        </Form>
      </>
    ),
  });
}
