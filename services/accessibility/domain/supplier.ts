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
}

const keptMs = 2 * 365 * 24 * 60 * 60 * 1000;

export function supplierGoneBy({ usedAt }: Pick<Supplier, 'usedAt'>): Date {
  return new Date(Date.parse(usedAt) + keptMs);
}
