const compiled = new Map<string, RegExp>();

/** IAM's wildcards: `*` for any text, `?` for one character. */
export function matchesWildcard(pattern: string, value: string): boolean {
  let expression = compiled.get(pattern);
  if (!expression) {
    const body = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${body}$`, 's');
    compiled.set(pattern, expression);
  }
  return expression.test(value);
}
