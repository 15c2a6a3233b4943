/** One place up in the order; the first stays where it is. */
export function moveUp<T extends { readonly id: string }>(list: readonly T[], id: string): readonly T[] {
  const position = list.findIndex((each) => each.id === id);
  const [before, it] = [list[position - 1], list[position]];
  if (!before || !it) return list;
  return [...list.slice(0, position - 1), it, before, ...list.slice(position + 1)];
}

export function changed<T extends { readonly id: string }>(list: readonly T[], id: string, value: Omit<T, 'id'>): readonly T[] {
  return list.map((each) => (each.id === id ? { ...each, ...value } : each));
}
