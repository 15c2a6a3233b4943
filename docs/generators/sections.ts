/** A page that people write, with sections that are generated: between `<!-- name: … -->` and `<!-- end of name -->`. */
export function withSection(page: string, name: string, lines: readonly string[]): string {
  const begin = page.indexOf(`<!-- ${name}:`);
  const end = page.indexOf(`<!-- end of ${name} -->`);
  if (begin < 0 || end < begin) throw new Error(`The page has no section for ${name}.`);
  const opening = page.slice(begin, page.indexOf('\n', begin));
  return `${page.slice(0, begin)}${opening}\n\n${lines.join('\n')}\n\n${page.slice(end)}`;
}
