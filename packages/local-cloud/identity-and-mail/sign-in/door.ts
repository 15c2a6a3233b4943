import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { personBySub } from './people.ts';
import { oidcClientId, oidcPath } from './provider.ts';
import { peoplePage, refusalPage } from './sign-in-pages.ts';

/** Answers everything under `/_local/oidc/`; false means the request is somebody else's. */
export type RawHandler = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

export function signInDoor(provider: Provider, baseUrl: string): RawHandler {
  const standard = provider.callback();
  return async (req, res) => {
    const url = new URL(req.url ?? '/', baseUrl);
    if (!url.pathname.startsWith(`${oidcPath}/`)) return false;
    const path = url.pathname.slice(oidcPath.length);
    if (path.startsWith('/interaction/')) await interact(provider, req, res);
    else if (path === '/logout') await cognitoSignOut(provider, baseUrl, url, req, res);
    else {
      // As a mounted application is told its place: the provider works out its own addresses from both.
      Object.assign(req, { originalUrl: req.url, url: `${path}${url.search}` });
      await standard(req, res);
    }
    return true;
  };
}

async function interact(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    await provider.interactionDetails(req, res);
  } catch {
    page(res, 400, refusalPage('This sign-in has run out', 'Go back to the page you wanted and start again.'));
    return;
  }
  if (req.method !== 'POST') {
    page(res, 200, peoplePage(new URL(req.url ?? '/', 'http://localhost').pathname));
    return;
  }
  const person = personBySub(new URLSearchParams(await bodyOf(req)).get('person') ?? '');
  if (person === undefined) {
    page(res, 400, refusalPage('Nobody was chosen', 'Go back and choose one of the people on the page.'));
    return;
  }
  await provider.interactionFinished(req, res, { login: { accountId: person.sub } });
}

/**
 * Cognito's own way of signing out, beside OpenID's: `/logout?client_id=…&logout_uri=…` ends the session without a question.
 * The address must be on the site, or the page would forward anybody anywhere.
 */
async function cognitoSignOut(provider: Provider, baseUrl: string, url: URL, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const to = URL.parse(url.searchParams.get('logout_uri') ?? '', baseUrl);
  if (url.searchParams.get('client_id') !== oidcClientId || to === null || to.origin !== new URL(baseUrl).origin) {
    page(res, 400, refusalPage('Signing out did not work', 'The address to return to is not on this site.'));
    return;
  }
  const session = await provider.Session.get({ req, res, secure: false });
  if (session.accountId !== undefined) await session.destroy();
  res.writeHead(303, {
    location: to.href,
    'set-cookie': ['local_oidc', 'local_oidc.sig'].map((name) => `${name}=; Path=${oidcPath}; Max-Age=0; HttpOnly; SameSite=Lax`),
    'cache-control': 'no-store',
  });
  res.end();
}

function page(res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  res.end(html);
}

/** A form of this page is a few dozen bytes; whatever is longer is not from it. */
const longestForm = 4096;

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > longestForm) return '';
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
