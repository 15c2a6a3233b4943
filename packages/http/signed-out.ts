import { problem } from './reply.ts';
import type { HttpRequest, Reply } from './request.ts';
import type { HttpSettings } from './settings.ts';
import { signedOutPage } from './signed-out-page.tsx';

/**
 * Somebody who is not signed in. A page request goes to sign in and comes back. A post gets its own words back in a form that sends them
 * again after signing in elsewhere, since nothing that was entered may be lost. Programs get 401.
 */
export function signedOut(request: HttpRequest, settings: HttpSettings): Reply {
  if (request.wants === 'json') return problem(401, 'Sign in first', 'Send a bearer token, or sign in and use the session cookie.');
  if (request.method === 'GET') {
    const back = request.query.size > 0 ? `${request.path}?${request.query}` : request.path;
    return { kind: 'done', status: 200, to: `/sign-in?return=${encodeURIComponent(back)}`, data: {} };
  }
  return { kind: 'answer', status: 401, page: () => signedOutPage(request, settings.network), data: {} };
}
