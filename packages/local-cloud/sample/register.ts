import type { SampleEvent } from './arrange-event.ts';
import { people } from './people.ts';
import { hiddenFields, type Site } from './site.ts';

/** The first so many of the sample's people register by the form and confirm by the link in their letter. */
export async function registerEverybody(site: Site, event: SampleEvent, count: number): Promise<void> {
  const path = `/events/${event.slug}/register`;
  await site.until('registration to open', async () => (await site.visitor().get(path)).html.includes('name="email"'));
  for (const person of people.slice(0, count)) {
    const visitor = site.visitor();
    const form = await visitor.get(path);
    const sent = await visitor.post(path, { ...hiddenFields(form.html), ...person, comingAs: '', wantsReport: 'yes' });
    if (sent.status !== 200) throw new Error(`Registering answered ${sent.status} at ${sent.path}.`);
  }
  for (const person of people.slice(0, count)) {
    const link = await site.linkTo(person.email, '/registrations/confirm/');
    const confirmed = await site.visitor().post(link, {});
    if (confirmed.status !== 200) throw new Error(`Confirming answered ${confirmed.status}.`);
  }
  // The letter about their place leads to it; time must not move on before it has come.
  for (const person of people.slice(0, count)) await site.linkTo(person.email, '/registrations/manage/');
}
