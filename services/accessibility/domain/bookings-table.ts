import { type Adjustment, bookBy, type EventDay } from './adjustment.ts';
import { plainPounds } from './pounds.ts';
import type { Supplier } from './supplier.ts';

export interface BookingWords {
  readonly columns: readonly string[];
  readonly kinds: Readonly<Record<Adjustment['kind'], string>>;
  readonly states: Readonly<Record<Adjustment['state'], string>>;
}

/** Costs and bookings of an event as rows: neither names of people who come nor what they said. */
export function bookingsTable(
  adjustments: readonly Adjustment[],
  suppliers: readonly Supplier[],
  event: EventDay,
  words: BookingWords,
): readonly (readonly string[])[] {
  const supplierOf = (id: string | undefined) => suppliers.find(({ supplierId }) => supplierId === id)?.name ?? '';
  return [
    words.columns,
    ...adjustments.map((each) => [
      each.what,
      words.kinds[each.kind],
      words.states[each.state],
      bookBy(event, each.leadDays),
      each.owner.name,
      supplierOf(each.supplierId),
      plainPounds(each.estimatedPence),
      plainPounds(each.actualPence),
    ]),
  ];
}
