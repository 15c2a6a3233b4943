/** Which files a file imports, types and values alike. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * Files that lead back to themselves, as a walk that ends where it began: one for each knot of them. A circle of types alone runs, but nobody
 * can read its files one after the other, and the next value that is added to it may be undefined where it is used.
 */
export function circles(imports: Imports): readonly (readonly string[])[] {
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return found;
}
