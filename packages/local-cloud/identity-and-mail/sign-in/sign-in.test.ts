import { generateKeyPairSync } from 'node:crypto';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { readSession } from '@convener/signing';
import * as oidc from 'openid-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IdentityAndMail, startIdentityAndMail } from '../start.ts';
import { clientSettings, type Listening, listen, smallGateway } from '../testing/small-gateway.ts';
import { newDataFolder, surroundingsIn } from '../testing/surroundings.ts';
import { people } from './people.ts';

let folder: string;
let site: Listening;
let part: IdentityAndMail;

beforeEach(async () => {
  folder = await newDataFolder();
  site = await listen((req, res) => {
    void part.handleRaw(req, res).then((mine) => {
      if (!mine) res.writeHead(404).end();
    });
  });
  part = await start();
});

afterEach(async () => {
  await part.stop();
  await site.close();
});

function start(): Promise<IdentityAndMail> {
  return startIdentityAndMail(surroundingsIn(folder, { baseUrl: site.url }), { putOnDefaultBus: async () => undefined });
}

/** A browser's jar, as far as one site needs it: path-aware, forgetting what is set to nothing. */
class Browser {
  readonly #jar = new Map<string, { value: string; path: string }>();

  async go(url: string, form?: URLSearchParams): Promise<Response> {
    const { pathname } = new URL(url);
    const cookies = [...this.#jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies.join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      const path = /path=([^;]*)/i.exec(cookie)?.[1] ?? '/';
      if (value === '') this.#jar.delete(`${name} ${path}`);
      else this.#jar.set(`${name} ${path}`, { value, path });
    }
    return answer;
  }

  /** Follows redirects until the site itself is reached or a page is shown. */
  async follow(url: string, form?: URLSearchParams): Promise<{ url: string; answer: Response }> {
    let answer = await this.go(url, form);
    let at = url;
    while (answer.status === 302 || answer.status === 303) {
      at = new URL(answer.headers.get('location') ?? '', at).href;
      if (!new URL(at).pathname.startsWith('/_local/oidc/')) return { url: at, answer };
      answer = await this.go(at);
    }
    return { url: at, answer };
  }
}

async function relyingParty(): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(part.oidcIssuer), part.oidcClientId, undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
}

async function authorizationUrl(config: oidc.Configuration, verifier: string, changed: Record<string, string> = {}): Promise<string> {
  return oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${site.url}/sign-in/return`,
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: 'state-1',
    nonce: 'nonce-1',
    ...changed,
  }).href;
}

async function signIn(browser: Browser, name: string): Promise<{ config: oidc.Configuration; verifier: string; back: string }> {
  const config = await relyingParty();
  const verifier = oidc.randomPKCECodeVerifier();
  const asked = await browser.follow(await authorizationUrl(config, verifier));
  if (new URL(asked.url).pathname === '/sign-in/return') return { config, verifier, back: asked.url };
  const person = people.find((one) => one.name === name);
  const { url } = await browser.follow(asked.url, new URLSearchParams({ person: person?.sub ?? '' }));
  return { config, verifier, back: url };
}

const checks = { expectedState: 'state-1', expectedNonce: 'nonce-1' };

describe('signing in', () => {
  it('shows everybody made up, by name and role', async () => {
    const { answer } = await new Browser().follow(await authorizationUrl(await relyingParty(), oidc.randomPKCECodeVerifier()));
    const html = await answer.text();
    for (const { name } of people) expect(html).toContain(name);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives an ID token with the claims that Cognito gives', async () => {
    const { config, verifier, back } = await signIn(new Browser(), 'Iain Example');
    const tokens = await oidc.authorizationCodeGrant(config, new URL(back), { ...checks, pkceCodeVerifier: verifier });
    expect(tokens.claims()).toMatchObject({
      iss: part.oidcIssuer,
      aud: part.oidcClientId,
      email: 'iain.example@example.org',
      email_verified: true,
      name: 'Iain Example',
      'cognito:groups': ['access-coordinator'],
    });
  });

  it('gives somebody not invited no groups at all', async () => {
    const { config, verifier, back } = await signIn(new Browser(), 'Someone not invited');
    const tokens = await oidc.authorizationCodeGrant(config, new URL(back), { ...checks, pkceCodeVerifier: verifier });
    expect(tokens.claims()).not.toHaveProperty('cognito:groups');
  });

  it('remembers who signed in over a restart, until they sign out', async () => {
    const browser = new Browser();
    await signIn(browser, 'Morag Sample');
    await part.stop();
    part = await start();
    const config = await relyingParty();
    const silently = await browser.follow(await authorizationUrl(config, oidc.randomPKCECodeVerifier()));
    expect(new URL(silently.url).pathname).toBe('/sign-in/return');

    const out = await browser.go(`${part.oidcEndSession}?client_id=${part.oidcClientId}&logout_uri=${encodeURIComponent(`${site.url}/`)}`);
    expect([out.status, out.headers.get('location')]).toEqual([303, `${site.url}/`]);
    const after = await browser.follow(await authorizationUrl(config, oidc.randomPKCECodeVerifier()));
    expect(new URL(after.url).pathname).toContain('/_local/oidc/interaction/');
  });

  it('signs out by OpenID’s own way too', async () => {
    const browser = new Browser();
    const { config, verifier, back } = await signIn(browser, 'Morag Sample');
    const tokens = await oidc.authorizationCodeGrant(config, new URL(back), { ...checks, pkceCodeVerifier: verifier });
    const url = oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${site.url}/`, id_token_hint: tokens.id_token ?? '' });
    const { answer } = await browser.follow(url.href);
    const html = await answer.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
    const done = await browser.follow(new URL(action, site.url).href, new URLSearchParams({ xsrf, logout: 'yes' }));
    expect(done.url).toBe(`${site.url}/`);
  });
});

describe('what the provider turns away', () => {
  const problemOf = async (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'nothing was wrong',
      (problem: unknown) => problem,
    );

  it('a code without its verifier, with another one, or used before', async () => {
    const { config, verifier, back } = await signIn(new Browser(), 'Morag Sample');
    const stolen = await problemOf(
      oidc.authorizationCodeGrant(config, new URL(back), { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() }),
    );
    expect(stolen).toMatchObject({ error: 'invalid_grant' });
    const again = await signIn(new Browser(), 'Morag Sample');
    const good = { ...checks, pkceCodeVerifier: again.verifier };
    await oidc.authorizationCodeGrant(config, new URL(again.back), good);
    expect(await problemOf(oidc.authorizationCodeGrant(config, new URL(again.back), good))).toMatchObject({ error: 'invalid_grant' });
    expect(verifier).not.toBe(again.verifier);
  });

  it('a request without PKCE', async () => {
    const url = new URL(await authorizationUrl(await relyingParty(), oidc.randomPKCECodeVerifier()));
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const { url: at } = await new Browser().follow(url.href);
    expect(new URL(at).searchParams.get('error')).toBe('invalid_request');
  });

  it('an address to return to that is not on the site', async () => {
    const config = await relyingParty();
    for (const elsewhere of ['https://elsewhere.example.org/sign-in/return', `${site.url}@elsewhere.example.org/`, 'not an address']) {
      const { answer } = await new Browser().follow(
        await authorizationUrl(config, oidc.randomPKCECodeVerifier(), { redirect_uri: elsewhere }),
      );
      expect(answer.status).toBe(400);
    }
    const out = await fetch(`${part.oidcEndSession}?client_id=${part.oidcClientId}&logout_uri=https://elsewhere.example.org/`, {
      redirect: 'manual',
    });
    expect(out.status).toBe(400);
  });

  it('a choice made in another browser, or of nobody', async () => {
    const browser = new Browser();
    const { url } = await browser.follow(await authorizationUrl(await relyingParty(), oidc.randomPKCECodeVerifier()));
    const form = new URLSearchParams({ person: people[0]?.sub ?? '' });
    expect((await new Browser().go(url, form)).status).toBe(400);
    expect((await browser.go(url, new URLSearchParams({ person: 'nobody' }))).status).toBe(400);
    expect((await browser.go(url, form)).status).toBe(303);
  });
});

describe('a token for programs', () => {
  async function withSsm<T>(ask: (ssm: SSMClient) => Promise<T>): Promise<T> {
    const door = await smallGateway(part.services);
    try {
      return await ask(new SSMClient(clientSettings(door.url)));
    } finally {
      await door.close();
    }
  }
  const publicKey = (): Promise<string> =>
    withSsm(async (ssm) => {
      const read = await ssm.send(new GetParameterCommand({ Name: '/convener/local/organisers/session-public-key' }));
      return read.Parameter?.Value ?? '';
    });

  it('is a session that every service accepts, of one kind and for one day', async () => {
    const { token } = await part.tokenFor('editor');
    const pem = await publicKey();
    expect(await readSession(token, 'organiser', pem, new Date())).toMatchObject({ kind: 'organiser', roles: ['editor'] });
    expect(await readSession(token, 'attendee', pem, new Date())).toBeUndefined();
    expect(await readSession(token, 'organiser', pem, new Date(Date.now() + 13 * 3_600_000))).toBeUndefined();
  });

  it('is signed with the key that the organisers service made, where it was first', async () => {
    const made = generateKeyPairSync('ed25519');
    const Value = String(made.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const Name = '/convener/local/organisers/session-private-key';
    await withSsm((ssm) => ssm.send(new PutParameterCommand({ Name, Value, Type: 'SecureString' })));
    const { token } = await part.tokenFor('organiser');
    const own = String(made.publicKey.export({ type: 'spki', format: 'pem' }));
    expect(await readSession(token, 'organiser', own, new Date())).toBeDefined();
    expect(await publicKey()).toBe(own);
    const other = String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
    expect(await readSession(token, 'organiser', other, new Date())).toBeUndefined();
  });
});
