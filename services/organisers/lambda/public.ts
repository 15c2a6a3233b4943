import { openFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.signing-in.ts';
import { askSignOut, signIn, signInCallback, signOut } from '../handlers/sign-in-handlers.ts';
import { organisers } from '../service.ts';

/** Signs organisers in and out with the network's identity provider. */
export const handler = openFunction({
  service: organisers,
  lambda: 'public',
  handlers: { signIn, signInCallback, askSignOut, signOut },
  dependencies: publicDependencies,
});
