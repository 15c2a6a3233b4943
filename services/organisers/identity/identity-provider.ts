import * as oidc from 'openid-client';
import { rolesInClaim } from '../domain/sign-in.ts';
import type { OrganisersSettings } from '../settings.ts';
import type { IdentityProvider } from '../use-cases/ports.ts';

/** OpenID Connect with code and PKCE, as a public client: there is no client secret to keep. */
export function identityProvider(settings: OrganisersSettings, baseUrl: string): IdentityProvider {
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    // Plain http only for a provider on this very machine.
    const local = settings.issuer.protocol === 'http:' && settings.issuer.hostname === '127.0.0.1';
    discovered ??= oidc.discovery(
      settings.issuer,
      settings.clientId,
      undefined,
      oidc.None(),
      local ? { execute: [oidc.allowInsecureRequests] } : {},
    );
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  };
  return {
    begin: async () => {
      const proof = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const to = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${baseUrl}/sign-in/callback`,
        scope: 'openid email profile',
        state: proof.state,
        nonce: proof.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(proof.verifier),
        code_challenge_method: 'S256',
      });
      return { to, proof };
    },
    complete: async (callback, proof) => {
      const tokens = await oidc
        .authorizationCodeGrant(await configuration(), callback, {
          expectedState: proof.state,
          expectedNonce: proof.nonce,
          pkceCodeVerifier: proof.verifier,
          idTokenExpected: true,
        })
        .catch(() => undefined);
      const claims = tokens?.claims();
      if (!claims || typeof claims.email !== 'string') return { kind: 'refused' };
      return {
        kind: 'claims',
        claims: {
          address: claims.email,
          addressVerified: claims.email_verified === true || claims.email_verified === 'true',
          name: typeof claims.name === 'string' ? claims.name : claims.email,
          roles: rolesInClaim(claims[settings.roleClaim]),
        },
      };
    },
    signOutAddress: async () => {
      if (settings.endSession) return withWayBack(settings.endSession, settings.clientId, baseUrl);
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${baseUrl}/`, client_id: settings.clientId });
    },
  };
}

/** Cognito has a sign-out of its own, which refuses whoever does not say where they come from and where they go. */
function withWayBack(address: string, clientId: string, baseUrl: string): URL {
  const url = new URL(address);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('logout_uri', `${baseUrl}/`);
  return url;
}
