import type { Role } from '@convener/contracts';
import type { System } from './running-system.ts';

/** One request, exactly as it is to be sent. */
export interface Asked {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks the site for one thing and follows nowhere. */
export async function ask(
  { baseUrl }: Pick<System, 'baseUrl'>,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  const answer = await fetch(baseUrl + path, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** A form as a browser posts it from a page of the site. */
export function fromOurPage({ baseUrl }: Pick<System, 'baseUrl'>, fields: Fields, cookie = ''): Asked {
  const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])));
  return {
    method: 'POST',
    headers: { ...formHeaders, origin: baseUrl, ...(cookie ? { cookie } : {}) },
    body: body.toString(),
  };
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;
export const formHeaders = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' } as const;

/** A session of this role, as a cookie or a bearer token carries it. */
export async function sessionOf({ cloud }: System, role: Role): Promise<string> {
  return (await cloud.identityAndMail.tokenFor(role)).token;
}

/** A program with a bearer token of this role. Throws with the problem's own words where it is refused. */
export async function program(system: System, role: Role, path: string, body?: object): Promise<Readonly<Record<string, unknown>>> {
  const headers = {
    authorization: `Bearer ${await sessionOf(system, role)}`,
    accept: 'application/json',
    'content-type': 'application/json',
  };
  const answer = await ask(system, path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 500)} ${answer.status >= 500 ? system.told.trouble() : ''}`);
  const value: unknown = JSON.parse(answer.text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
