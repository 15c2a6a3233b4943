import type { PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form } from '@convener/ui';
import type { Adjustment } from '../domain/adjustment.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Supplier } from '../domain/supplier.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';
import { accessConsole } from './access-frame.tsx';
import { suppliersPath } from './suppliers-page.tsx';

const words = supplierWords.booked;

export interface RemoveSupplierView extends PageSetting {
  readonly supplier: Supplier;
  readonly bookings: readonly { readonly event: EventOutline; readonly adjustment: Adjustment }[];
}

/** Asks before somebody goes who is named with something that is arranged. */
export function removeSupplierPage({ network, supplier, bookings }: RemoveSupplierView): string {
  const title = words.title(supplier.name);
  return accessConsole({
    network,
    title,
    main: (
      <Form action={suppliersPath} hidden={{ action: 'remove', supplierId: supplier.supplierId, sure: 'yes' }} label={title}>
        <h1>{title}</h1>
        <p>{words.lead}</p>
        <ul>
          {bookings.map(({ event, adjustment }) => (
            <li key={adjustment.adjustmentId}>
              <a href={`/organise/events/${event.eventId}/access/adjustments/${adjustment.adjustmentId}`}>{adjustment.what}</a>
              {`, ${event.title} (${arrangingWords.states[adjustment.state]})`}
            </li>
          ))}
        </ul>
        <p>{words.after}</p>
        <ButtonGroup>
          <Button kind="danger">{words.yes}</Button>
          <ButtonLink href={suppliersPath} kind="quiet">
            {words.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}
