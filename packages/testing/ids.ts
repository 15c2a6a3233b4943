/** Ids in the order they were asked for: `id-0001`, `id-0002`, … so that a failing test reads the same every time. */
export function countingIds(prefix = 'id'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${String(count).padStart(4, '0')}`;
  };
}
