import type { RouteDefinition } from '@convener/contracts';

/** Into the console, and out of it. */
export const signInRoutes = [
  {
    method: 'GET',
    path: '/sign-in',
    lambda: 'public',
    handler: 'signIn',
    audience: 'public',
    summary: 'Leads to the identity provider, or renews a session.',
  },
  {
    method: 'GET',
    path: '/sign-in/callback',
    lambda: 'public',
    handler: 'signInCallback',
    audience: 'public',
    summary: 'Where the identity provider sends people back.',
  },
  {
    method: 'GET',
    path: '/organise/sign-out',
    lambda: 'public',
    handler: 'askSignOut',
    audience: 'public',
    summary: 'Asks before signing out.',
  },
  {
    method: 'POST',
    path: '/organise/sign-out',
    lambda: 'public',
    handler: 'signOut',
    audience: 'public',
    summary: 'Ends the session here and at the identity provider.',
  },
] as const satisfies readonly RouteDefinition[];
