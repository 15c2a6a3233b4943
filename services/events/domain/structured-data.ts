import type { Provision } from '@convener/contracts';
import { provisionText } from '@convener/writing/event-words';
import type { Event } from './event.ts';

const schema = 'https://schema.org/';

const attendance = {
  online: `${schema}OnlineEventAttendanceMode`,
  'in-person': `${schema}OfflineEventAttendanceMode`,
  hybrid: `${schema}MixedEventAttendanceMode`,
} as const;

/** Words of the W3C's accessibility discoverability vocabulary, for what has one there. */
const features: Partial<Record<Provision['kind'], string>> = {
  'live-captions': 'captions',
  'automatic-captions': 'captions',
  'bsl-interpretation': 'signLanguage',
  transcript: 'transcript',
};

/** What belongs to a building, and is told of the place. */
const amenities: Partial<Record<Provision['kind'], string>> = {
  'step-free-access': 'Step-free access',
  'hearing-loop': 'Hearing loop',
  parking: 'Accessible parking',
  'quiet-room': 'Quiet room',
};

/** ISO 639-3 for British Sign Language. */
const britishSignLanguage = 'bfi';

/**
 * The event as schema.org describes events, for search engines and calendars. The joining link is not in it. An Event has no property for
 * access: `accessibilityFeature` and `accessibilitySummary` belong to a CreativeWork, so they stand in `workFeatured`; what a building has is
 * `amenityFeature` of the Place; interpretation is also a language. What is still being arranged is told in the summary alone, as such.
 */
export function structuredData(event: Event, network: string, baseUrl: string, today: string): object {
  const { details } = event;
  const page = `${baseUrl}/events/${details.slug}`;
  const inPlace = event.provisions.filter(({ knownBy }) => knownBy === undefined);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: details.title,
    ...(details.purpose ? { description: details.purpose } : {}),
    startDate: details.startsAt,
    endDate: details.endsAt,
    ...status(event),
    eventAttendanceMode: attendance[details.mode],
    inLanguage: inPlace.some(({ kind }) => kind === 'bsl-interpretation') ? ['en', britishSignLanguage] : 'en',
    location: location(event, page, inPlace),
    maximumAttendeeCapacity: details.capacity,
    organizer: { '@type': 'Organization', name: network, url: baseUrl },
    performer: event.speakers.map((speaker) => ({ '@type': 'Person', name: speaker.name })),
    isAccessibleForFree: true,
    ...access(event, inPlace, today),
    url: page,
  };
}

function status({ state, details, publishedAs }: Event): object {
  if (state.kind === 'cancelled') return { eventStatus: `${schema}EventCancelled` };
  const moved = publishedAs !== undefined && Date.parse(publishedAs.startsAt) !== Date.parse(details.startsAt);
  const online = publishedAs?.mode === 'in-person' && details.mode === 'online';
  const changes = [...(moved ? ['EventRescheduled'] : []), ...(online ? ['EventMovedOnline'] : [])].map((each) => schema + each);
  return {
    eventStatus: changes.length > 1 ? changes : (changes[0] ?? `${schema}EventScheduled`),
    ...(moved ? { previousStartDate: publishedAs.startsAt } : {}),
  };
}

function location({ details }: Event, page: string, inPlace: readonly Provision[]): object {
  const virtual = { '@type': 'VirtualLocation', url: page };
  if (details.mode === 'online') return virtual;
  const amenityFeature = inPlace.flatMap(({ kind }) =>
    amenities[kind] ? [{ '@type': 'LocationFeatureSpecification', name: amenities[kind], value: true }] : [],
  );
  const place = { '@type': 'Place', name: details.place, address: details.place, ...(amenityFeature.length > 0 ? { amenityFeature } : {}) };
  return details.mode === 'hybrid' ? [place, virtual] : place;
}

function access({ details, provisions }: Event, inPlace: readonly Provision[], today: string): object {
  // What was never settled was not provided.
  const told = details.endsAt.slice(0, 10) < today ? inPlace : provisions;
  if (told.length === 0) return {};
  const accessibilityFeature = [...new Set(inPlace.flatMap(({ kind }) => features[kind] ?? []))];
  const sentences = told.map((provision) => {
    const { what, awaited } = provisionText(provision, today);
    return `${what}.${awaited ? ` ${awaited}` : ''}`;
  });
  return {
    workFeatured: {
      '@type': 'CreativeWork',
      name: details.title,
      ...(accessibilityFeature.length > 0 ? { accessibilityFeature } : {}),
      accessibilitySummary: sentences.join(' '),
    },
  };
}
