type Entrance = { readonly kind: 'entered'; readonly leave: () => void } | { readonly kind: 'conflict' };

/**
 * Who holds which item now. Only a transaction makes others fail; single writes of one item wait for each other, and plain reads
 * never conflict (Developer Guide, "Transaction conflict handling").
 */
export function contentionWatch(): { enter(action: string, items: readonly string[]): Entrance } {
  const inTransactions = new Map<string, number>();
  const inWrites = new Map<string, number>();
  return {
    enter(action, items) {
      const isTransaction = action === 'TransactWriteItems' || action === 'TransactGetItems';
      const isWrite = action === 'PutItem' || action === 'UpdateItem' || action === 'DeleteItem' || action === 'BatchWriteItem';
      if (!isTransaction && !isWrite) return { kind: 'entered', leave: () => undefined };
      const heldByTransaction = items.some((item) => inTransactions.has(item));
      const heldByWrite = isTransaction && items.some((item) => inWrites.has(item));
      if (heldByTransaction || heldByWrite) return { kind: 'conflict' };
      const holders = isTransaction ? inTransactions : inWrites;
      for (const item of items) holders.set(item, (holders.get(item) ?? 0) + 1);
      return { kind: 'entered', leave: () => release(holders, items) };
    },
  };
}

function release(holders: Map<string, number>, items: readonly string[]): void {
  for (const item of items) {
    const left = (holders.get(item) ?? 1) - 1;
    if (left === 0) holders.delete(item);
    else holders.set(item, left);
  }
}

/** The items that a write names, as `table/pk/sk`. The house's tables are keyed by `pk` and `sk`. */
export function itemsTouched(request: unknown): string[] {
  if (!isRecord(request)) return [];
  if (Array.isArray(request.TransactItems)) {
    return request.TransactItems.flatMap((entry) => (isRecord(entry) ? Object.values(entry).flatMap(itemsTouched) : []));
  }
  const key = request.Key ?? request.Item;
  return isRecord(key) ? [`${String(request.TableName)}/${JSON.stringify(key.pk)}/${JSON.stringify(key.sk)}`] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
