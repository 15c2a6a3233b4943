import type { SampleEvent } from './arrange-event.ts';
import type { Site, Visitor } from './site.ts';

const owner = { ownerName: 'Sample Organiser', ownerEmail: 'organiser@example.org' } as const;

/** What would help two people: one is told what is arranged, and that works for them; of the other the coordinator has yet to see. */
export async function arrangeAccess(
  site: Site,
  { eventId }: SampleEvent,
  { asks, asksAndHearsLater }: { readonly asks: Visitor; readonly asksAndHearsLater: Visitor },
): Promise<void> {
  const base = `/organise/events/${eventId}/access`;
  await say(site, asks, { kinds: 'breaks', ownWords: 'Ten minutes in each hour are enough.' });
  const personId = await firstPerson(site, base);
  const what = 'A break of ten minutes in each hour';
  const arranged = { ...owner, kind: 'breaks', what, state: 'booked', estimated: '0', people: [personId] };
  await site.coordinate(`${base}/adjustments/new`, arranged);
  const contact = 'Sample Organiser, 01632 960000';
  await site.coordinate(`${base}/people/${personId}`, { action: 'tell', which: 'provided', provided: `${what}.`, contact });
  await asks.post('/my-place/access', { action: 'reply', works: 'yes', answerVersion: '1' });
  await say(site, asksAndHearsLater, { kinds: 'materials-in-advance' });
}

/** On their own page. It takes a moment until that page knows of their place. */
async function say(site: Site, visitor: Visitor, told: Readonly<Record<string, string>>): Promise<void> {
  await site.until('the page of what would help', async () => {
    const { html } = await visitor.get('/my-place/access');
    const consentVersion = /name="consentVersion" value="(\d+)"/.exec(html)?.[1];
    if (consentVersion === undefined) return false;
    const saved = await visitor.post('/my-place/access', { action: 'save', version: '0', consentVersion, consent: 'yes', ...told });
    return saved.status === 200;
  });
}

async function firstPerson(site: Site, base: string): Promise<string> {
  const { arranged } = await site.coordinate(base);
  const personId = Array.isArray(arranged) ? arranged[0]?.personId : undefined;
  if (typeof personId !== 'string') throw new Error('The coordinator sees nobody who said what would help.');
  return personId;
}
