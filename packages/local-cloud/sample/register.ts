import type { SampleEvent } from './arrange-event.ts';
import { people, type SamplePerson } from './people.ts';
import { hiddenFields, type Site, type Visitor } from './site.ts';

/** What somebody says on the form beside who they are: a group, answers to the organisers' questions. */
export type SaysMore = (position: number) => Readonly<Record<string, string>>;

/**
 * The first so many of the sample's people register by the form and confirm by the link in their letter. With the browsers in which they did:
 * their own place is open there.
 */
export async function registerEverybody(
  site: Site,
  event: SampleEvent,
  count: number,
  saysMore: SaysMore = () => ({}),
): Promise<ReadonlyMap<SamplePerson, Visitor>> {
  const path = `/events/${event.slug}/register`;
  await site.until('registration to open', async () => (await site.visitor().get(path)).html.includes('name="email"'));
  for (const [position, person] of people.slice(0, count).entries()) {
    const visitor = site.visitor();
    const form = await visitor.get(path);
    const fields = { ...hiddenFields(form.html), ...person, comingAs: '', wantsReport: 'yes', ...saysMore(position) };
    const sent = await visitor.post(path, fields);
    if (sent.status !== 200) throw new Error(`Registering answered ${sent.status} at ${sent.path}.`);
  }
  const places = new Map<SamplePerson, Visitor>();
  for (const person of people.slice(0, count)) {
    const link = await site.linkTo(person.email, '/registrations/confirm/');
    const visitor = site.visitor();
    const confirmed = await visitor.post(link, {});
    if (confirmed.status !== 200) throw new Error(`Confirming answered ${confirmed.status}.`);
    places.set(person, visitor);
  }
  // The letter about their place leads to it; time must not move on before it has come.
  for (const person of people.slice(0, count)) await site.linkTo(person.email, '/registrations/manage/');
  return places;
}
