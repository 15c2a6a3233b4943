import type { RouteDefinition } from '@convener/contracts';

/**
 * A state-changing request must come from a page of this site. Every browser sends Origin with a POST, so its absence is refused as well.
 * The two exceptions are named in the manifest and by the protocol: one-click unsubscribe (mail providers call it from anywhere, its signed
 * link is the proof) and bearer calls, which ignore cookies and so carry nobody's authority by accident. An address that does not exist
 * changes nothing, and says so to everybody.
 */
export function mayChangeState(
  request: { readonly method: string; readonly origin: string | undefined; readonly bearer: boolean },
  route: Pick<RouteDefinition, 'audience' | 'path'>,
  baseUrl: string,
): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (route.audience === 'one-click' || route.path === '$default') return true;
  if (request.bearer && route.audience === 'organiser') return true;
  return request.origin === new URL(baseUrl).origin;
}
