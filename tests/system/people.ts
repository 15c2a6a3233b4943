import { type Answered, ask, type Fields, fromOurPage } from './asking.ts';
import type { MadeEvent } from './events.ts';
import { linkTo } from './mailbox.ts';
import type { System } from './running-system.ts';

/** Somebody made up who has registered; with the cookie of their place once it is confirmed. */
export interface SomebodyRegistered {
  readonly name: string;
  readonly email: string;
  readonly cookie: string;
}

let met = 0;

/** A made-up person that no other test knows. */
export function somebodyNew(): { readonly name: string; readonly email: string } {
  met += 1;
  return { name: `Sample Person ${met}`, email: `person-${met}@example.org` };
}

/** Registers by the form, as a browser without scripts does; no letter has been opened yet. */
export async function register(
  system: System,
  { slug }: MadeEvent,
  given: Partial<Fields & { readonly email: string; readonly name: string }> = {},
): Promise<{ readonly email: string; readonly name: string }> {
  const { email, name } = { ...somebodyNew(), ...given };
  const path = `/events/${slug}/register`;
  const form = await ask(system, path);
  const fields = { ...hiddenFields(form.text), organisation: '', comingAs: '', wantsReport: 'yes', ...given, email, name };
  const sent = await ask(system, path, fromOurPage(system, fields));
  if (sent.status !== 303) throw new Error(`Registering answered ${sent.status}.`);
  return { email, name };
}

/** Registers, opens the letter and confirms: they have a place, or wait for one. */
export async function registerAndConfirm(
  system: System,
  event: MadeEvent,
  given: Parameters<typeof register>[2] = {},
): Promise<SomebodyRegistered> {
  const person = await register(system, event, given);
  const link = await linkTo(system, person.email, '/registrations/confirm/');
  const confirmed = await ask(system, link, fromOurPage(system, {}));
  if (confirmed.status !== 303) throw new Error(`Confirming answered ${confirmed.status}.`);
  return { ...person, cookie: cookiesOf(confirmed) };
}

/** What a browser would send back. */
export function cookiesOf({ headers }: Answered): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** The hidden fields of the first form on a page, as a browser would send them along. */
export function hiddenFields(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map((match) => [match[1] ?? '', match[2] ?? '']));
}
