import type { Cookie } from './request.ts';

/** `__Host-` ties a cookie to this very host over https; a browser refuses the prefix over plain http, which only one machine uses. */
function fullName(name: string, baseUrl: string): string {
  return baseUrl.startsWith('https:') ? `__Host-${name}` : name;
}

export function writeCookie(cookie: Cookie, baseUrl: string): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  return `${fullName(cookie.name, baseUrl)}=${cookie.value}; Path=/; Max-Age=${cookie.maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** Cookies by the name that the house gave them. On https only those with the prefix count. */
export function readCookies(pairs: readonly string[], baseUrl: string): Readonly<Record<string, string>> {
  const prefix = baseUrl.startsWith('https:') ? '__Host-' : '';
  const cookies = new Map<string, string>();
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    const name = pair.slice(0, cut).trim();
    if (cut > 0 && name.startsWith(prefix)) cookies.set(name.slice(prefix.length), pair.slice(cut + 1).trim());
  }
  return Object.fromEntries(cookies);
}
