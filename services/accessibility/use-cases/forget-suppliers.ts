import type { Suppliers } from './arranging-ports.ts';

/** Two years after they were last booked or written to, whether or not the table's own expiry ran. */
export async function forgetSuppliers(now: Date, { suppliers }: { readonly suppliers: Suppliers }): Promise<number> {
  await suppliers.removeExpired(now);
  return 0;
}
