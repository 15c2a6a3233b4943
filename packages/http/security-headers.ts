/**
 * No inline script or style, nothing from third parties, no framing. Referrer-Policy is `same-origin` and not `no-referrer`, which would
 * make a page's own forms send `Origin: null`. HSTS only where there is https to hold on to.
 */
export function securityHeaders(
  baseUrl: string,
  page: { readonly connects: boolean } = { connects: false },
): Readonly<Record<string, string>> {
  return {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
      `${page.connects ? "connect-src 'self'; " : ''}form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
