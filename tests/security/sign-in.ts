import { ask, fromOurPage } from '../system/asking.ts';
import { cookiesOf } from '../system/people.ts';
import type { System } from '../system/running-system.ts';

/** Signs in as a browser does, by the provider's own page; gives the cookies that the site set. */
export async function signInAs(system: System, person: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (line: string) => {
    for (const pair of line.split('; ').filter(Boolean)) jar.set(pair.slice(0, pair.indexOf('=')), pair);
  };
  const cookie = () => [...jar.values()].join('; ');
  let at = '/sign-in?return=%2Forganise';
  // Site, provider, its page, the answer to it, back to the site: never more than ten steps.
  for (let step = 0; step < 10; step += 1) {
    const choosing = at.includes('/interaction/') && !at.includes('?');
    const asked = choosing ? fromOurPage(system, { person }, cookie()) : { headers: { cookie: cookie(), accept: 'text/html' } };
    const answered = await ask(system, at, asked);
    keep(cookiesOf(answered));
    const to = answered.headers.get('location');
    if (to === null) throw new Error(`Signing in ended at ${at} with ${answered.status}.`);
    const next = new URL(to, system.baseUrl);
    at = next.pathname + next.search;
    if (at === '/organise') return cookie();
  }
  throw new Error('Signing in came to no end.');
}
