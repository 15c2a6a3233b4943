import { arrangeAccess } from './arrange-access.ts';
import { dayAfter, type SampleEvent } from './arrange-event.ts';
import { people } from './people.ts';
import { registerEverybody, type SaysMore } from './register.ts';
import type { Site } from './site.ts';

const group = { name: 'People with lived experience', id: 'people-with-lived-experience', places: 2 } as const;

/**
 * The event ahead, as a newcomer finds it: questions, of which one depends on another; places kept for a group; somebody registered by phone;
 * every place taken, people who wait, and a place that was given up and is held for the first of them; what would help somebody, arranged
 * and answered.
 */
export async function fillUpcomingEvent(site: Site, event: SampleEvent, now: Date): Promise<void> {
  await keepPlaces(site, event, now);
  const says = await askQuestions(site, event);
  await registerByPhone(site, event);
  const places = await registerEverybody(site, event, people.length, says);
  const placeOf = (position: number) => {
    const place = [...places.values()][position];
    if (!place) throw new Error('Nobody of the sample has that place.');
    return place;
  };
  const firstInLine = people[9]?.email ?? '';
  await Promise.all([
    arrangeAccess(site, event, { asks: placeOf(2), asksAndHearsLater: placeOf(3) }),
    placeOf(8)
      .post('/my-place/cancel', {})
      .then(() => site.linkTo(firstInLine, '/registrations/offer/')),
  ]);
}

async function keepPlaces(site: Site, { eventId }: SampleEvent, now: Date): Promise<void> {
  const kept = { do: 'group', name: group.name, places: group.places, release: dayAfter(now, 21) };
  await site.until('the event to reach registration', async () => {
    const answer = await site.organise(`/organise/events/${eventId}/places`, kept).catch(() => undefined);
    return answer !== undefined;
  });
}

/** Two questions; who answers the first in one way is asked the second. Says what the sample's people answer. */
async function askQuestions(site: Site, { eventId }: SampleEvent): Promise<SaysMore> {
  const ask = async (question: Readonly<Record<string, unknown>>) => {
    const common = { retention: 'month-after', readableBy: 'everybody', required: false };
    return String((await site.organise(`/organise/events/${eventId}/questions`, { ...common, ...question })).questionId);
  };
  const how = await ask({
    label: 'How does your group thank people for their time?',
    kind: 'one-of',
    options: 'With money\nWith vouchers\nNot yet',
    why: 'So that we can mix the small groups.',
  });
  const vouchers = await ask({
    label: 'Which vouchers, and what did people say about them?',
    kind: 'long-text',
    askIf: [`${how}=With vouchers`],
    why: 'So that we can collect what works before we meet.',
  });
  const answers = [
    { [how]: 'With money' },
    { [how]: 'With vouchers', [vouchers]: 'For the supermarket. Most would rather have had money.' },
    { [how]: 'Not yet' },
  ];
  return (position) => ({
    whole: 'yes',
    ...answers[position % answers.length],
    ...(position < group.places ? { group: group.id } : {}),
  });
}

async function registerByPhone(site: Site, { eventId }: SampleEvent): Promise<void> {
  const caller = { told: 'phone', name: 'Sample Caller', organisation: '', comingAs: 'neighbour', wantsReport: false, asked: true };
  await site.organise(`/organise/events/${eventId}/registrations/new`, caller);
}
