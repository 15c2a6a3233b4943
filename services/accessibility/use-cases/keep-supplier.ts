import { type Supplier, type SupplierWords, sameSupplier } from '../domain/supplier.ts';
import type { Suppliers } from './arranging-ports.ts';
import { KeepsMovingError } from './keeps-moving.ts';

export type SupplierOutcome =
  | { readonly kind: 'saved'; readonly supplier: Supplier }
  /** Somebody changed or removed them since; `held` is what is there now. */
  | { readonly kind: 'meanwhile'; readonly held: Supplier | undefined };

interface Wanted {
  readonly supplierId: string;
  readonly words: SupplierWords;
  /** The version that the page showed; undefined for a new one. */
  readonly seen: number | undefined;
}

const mostTries = 5;

/** Adds a supplier, or changes one as it was seen. A new one carries its id in its form, so that sending the form twice adds one. */
export async function keepSupplier({ supplierId, words, seen }: Wanted, now: Date, suppliers: Suppliers): Promise<SupplierOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const held = await suppliers.load(supplierId);
    if (held && sameSupplier(held, words)) return { kind: 'saved', supplier: held };
    if (held?.version !== seen) return { kind: 'meanwhile', held };
    const supplier = { ...words, supplierId, usedAt: now.toISOString(), version: (seen ?? 0) + 1 };
    if ((await suppliers.keep(supplier, seen ?? 0)) === 'saved') return { kind: 'saved', supplier };
  }
  throw new KeepsMovingError();
}

/** Whoever is booked is kept from then on: under what is there, so that a change at the same time is not undone and nobody removed comes back. */
export async function putOffEnd(supplierId: string | undefined, now: Date, suppliers: Suppliers): Promise<void> {
  for (let tries = 1; supplierId && tries <= mostTries; tries += 1) {
    const held = await suppliers.load(supplierId);
    if (!held || (await suppliers.keep({ ...held, usedAt: now.toISOString() }, held.version)) === 'saved') return;
  }
}
