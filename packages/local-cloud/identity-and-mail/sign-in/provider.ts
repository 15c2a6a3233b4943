import { exportJWK } from 'jose';
import { type Adapter, type Context, type Grant, Provider } from 'oidc-provider';
import type { LocalKeys } from '../keys/local-keys.ts';
import { personBySub } from './people.ts';
import { refusalPage, signOutPage } from './sign-in-pages.ts';

export const oidcClientId = 'convener-local';
/** Where the provider lives on the site's own address. */
export const oidcPath = '/_local/oidc';

const hour = 3600;

export interface ProviderParts {
  readonly baseUrl: string;
  readonly keys: LocalKeys;
  readonly adapters: (model: string) => Adapter;
  /** Told what went wrong inside the provider, one line. */
  readonly log: (line: string) => void;
}

/**
 * An OpenID provider that stands in for the user pool: one public client (code with PKCE, nothing else), RS256,
 * the role claim under Cognito's name. Redirects may lead anywhere on the site itself and nowhere else.
 */
export async function oidcProvider({ baseUrl, keys, adapters, log }: ProviderParts): Promise<Provider> {
  const signingKey = await exportJWK(await keys.privateKey('sign-in', 'rsa'));
  const cookieKey = (await keys.secret('sign-in-cookies', 32)).toString('base64url');
  const cookie = { httpOnly: true, sameSite: 'lax', path: oidcPath, signed: true };
  const provider = new Provider(`${baseUrl}${oidcPath}`, {
    adapter: adapters,
    jwks: { keys: [{ ...signingKey, use: 'sig', alg: 'RS256', kid: 'local-sign-in' }] },
    clients: [
      {
        client_id: oidcClientId,
        client_name: 'Convener on this machine',
        redirect_uris: [`${baseUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${baseUrl}/`],
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub', 'cognito:groups', 'cognito:username'], email: ['email', 'email_verified'], profile: ['name'] },
    scopes: ['openid', 'email', 'profile'],
    // Cognito puts every claim into the ID token, whichever way the code was asked for.
    conformIdTokenClaims: false,
    cookies: {
      keys: [cookieKey],
      names: { session: 'local_oidc', interaction: 'local_oidc_interaction', resume: 'local_oidc_resume' },
      long: cookie,
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context: Context, form: string) => show(context, signOutPage(form)),
        postLogoutSuccessSource: async (context: Context) => show(context, refusalPage('You are signed out', 'You can close this page.')),
      },
    },
    interactions: { url: (_: Context, interaction: { uid: string }) => `${oidcPath}/interaction/${interaction.uid}` },
    findAccount: async (_: Context, sub: string) => accountOf(sub),
    loadExistingGrant: grantWithoutAsking,
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    renderError: async (context: Context, out: { error: string; error_description?: string }) =>
      show(context, refusalPage('Signing in did not work', out.error_description ?? out.error)),
    ttl: { AccessToken: hour, IdToken: hour, AuthorizationCode: 60, Interaction: hour, Session: 12 * hour, Grant: 14 * 24 * hour },
  });
  provider.on('server_error', (_, problem) => log(`sign-in failed: ${String(problem)}`));
  stayOnTheSite(provider, new URL(baseUrl).origin);
  return provider;
}

function show(context: Context, page: string): void {
  context.type = 'html';
  context.set(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  context.body = page;
}

function accountOf(sub: string): unknown {
  const person = personBySub(sub);
  if (person === undefined) return undefined;
  return {
    accountId: sub,
    claims: async () => ({
      sub,
      email: person.email,
      email_verified: true,
      name: person.name,
      'cognito:username': sub,
      // A user in no group has no such claim at Cognito, so that is how "not invited" arrives.
      ...(person.roles.length === 0 ? {} : { 'cognito:groups': person.roles }),
    }),
  };
}

/** The site belongs to the network itself, so nobody is asked whether it may know who signs in. */
async function grantWithoutAsking({ oidc }: Context): Promise<Grant> {
  const { provider, session, client } = oidc;
  const held = oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const before = held === undefined ? undefined : await provider.Grant.find(held);
  if (before !== undefined && before.accountId === session.accountId) return before;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

/** The organisers service chooses its own callback path; an origin comparison is enough on one machine, and as strict as it needs to be. */
function stayOnTheSite(provider: Provider, origin: string): void {
  const onTheSite = (uri: string): boolean => URL.parse(uri)?.origin === origin;
  provider.Client.prototype.redirectUriAllowed = onTheSite;
  provider.Client.prototype.postLogoutRedirectUriAllowed = onTheSite;
}
