/** HTML unless JSON is asked for and HTML is not: a browser always names text/html, a program names what it can read. */
export function wantedFormat(accept: string | undefined): 'html' | 'json' {
  if (!accept) return 'html';
  const names = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const json = names.some((name) => name === 'application/json' || name === 'application/problem+json');
  return json && !names.includes('text/html') ? 'json' : 'html';
}
