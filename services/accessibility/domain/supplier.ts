import type { AdjustmentKind } from './adjustment.ts';

/** Somebody whom the network books again and again. Of a person's need they are told nothing. */
export interface Supplier {
  readonly supplierId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly kinds: readonly AdjustmentKind[];
  /** Kept for two years from here. */
  readonly usedAt: string;
  /** Counts what was changed of them; being booked is no change. */
  readonly version: number;
}

export type SupplierWords = Pick<Supplier, 'name' | 'email' | 'phone' | 'kinds'>;

export function sameSupplier(a: SupplierWords, b: SupplierWords): boolean {
  const facts = ({ name, email, phone, kinds }: SupplierWords) => JSON.stringify([name, email, phone, [...kinds].sort()]);
  return facts(a) === facts(b);
}

const keptMs = 2 * 365 * 24 * 60 * 60 * 1000;

export function supplierGoneBy({ usedAt }: Pick<Supplier, 'usedAt'>): Date {
  return new Date(Date.parse(usedAt) + keptMs);
}
