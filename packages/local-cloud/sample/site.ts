import type { Role } from '@convener/contracts';
import type { LocalCloud } from '../start/local-cloud.ts';

/** The running site as people and programs reach it: the sample goes through the same doors as everybody. */
export interface Site {
  /** A program's call with an organiser's token; the answer's JSON. Throws with the problem's own words when it is refused. */
  organise(path: string, body?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  /** The same as the access coordinator, who alone may see what would help somebody. */
  coordinate(path: string, body?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  visitor(): Visitor;
  /** The newest link in a letter to this address whose path begins so; waits until the letter has come. */
  linkTo(address: string, path: string): Promise<string>;
  /** Asks again until it holds; what happens by domain events takes a moment. */
  until(what: string, holds: () => Promise<boolean>): Promise<void>;
}

/** Somebody with a browser: keeps cookies, sends forms from the site's own pages, follows to where they lead. */
export interface Visitor {
  get(path: string): Promise<Page>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
}

export interface Page {
  readonly status: number;
  readonly path: string;
  readonly html: string;
}

const patience = 30_000;

export function siteOf(cloud: Pick<LocalCloud, 'baseUrl'>): Site {
  const { baseUrl } = cloud;
  const used = new Set<string>();
  return {
    organise: (path, body) => callAsProgram(baseUrl, 'organiser', path, body),
    coordinate: (path, body) => callAsProgram(baseUrl, 'access-coordinator', path, body),
    visitor: () => visitorOf(baseUrl),
    linkTo: (address, path) => linkIn(baseUrl, address, path, used),
    until,
  };
}

async function callAsProgram(baseUrl: string, role: Role, path: string, body?: object): Promise<Readonly<Record<string, unknown>>> {
  const token = await (await fetch(`${baseUrl}/_local/token?role=${role}`)).text();
  const answer = await fetch(baseUrl + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function visitorOf(baseUrl: string): Visitor {
  const cookies = new Map<string, string>();
  const visit = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, baseUrl), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie, accept: 'text/html' },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (answer.status === 303 && to) return visit(to);
    return { status: answer.status, path: new URL(path, baseUrl).pathname, html: await answer.text() };
  };
  return {
    get: (path) => visit(path),
    post: (path, fields) =>
      visit(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
      }),
  };
}

/** Somebody who comes to a second event has letters about the first: a link is handed out once. */
async function linkIn(baseUrl: string, address: string, path: string, used: Set<string>): Promise<string> {
  let found: string | undefined;
  await until(`a letter to ${address} with a link to ${path}`, async () => {
    const answer = await fetch(`${baseUrl}/_local/mailbox.json?to=${encodeURIComponent(address)}`);
    const letters: unknown = await answer.json();
    const links = Array.isArray(letters) ? letters.flatMap((letter: { readonly links?: readonly string[] }) => letter.links ?? []) : [];
    found = links.map((link) => new URL(link).pathname).find((link) => link.startsWith(path) && !used.has(link));
    return found !== undefined;
  });
  if (found) used.add(found);
  return found ?? '';
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`The sample waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The hidden fields of the first form on a page, as a browser would send them along. */
export function hiddenFields(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map((match) => [match[1] ?? '', match[2] ?? '']));
}
