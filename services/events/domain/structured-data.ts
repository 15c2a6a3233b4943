import type { Event } from './event.ts';

const attendance = {
  online: 'https://schema.org/OnlineEventAttendanceMode',
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/** The event as schema.org describes events, for search engines and calendars. The joining link is not in it. */
export function structuredData(event: Event, network: string, baseUrl: string): object {
  const { details } = event;
  const page = `${baseUrl}/events/${details.slug}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: details.title,
    ...(details.purpose ? { description: details.purpose } : {}),
    startDate: details.startsAt,
    endDate: details.endsAt,
    eventStatus: `https://schema.org/${event.state.kind === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: attendance[details.mode],
    location:
      details.mode === 'online'
        ? { '@type': 'VirtualLocation', url: page }
        : { '@type': 'Place', name: details.place, address: details.place },
    organizer: { '@type': 'Organization', name: network, url: baseUrl },
    performer: event.speakers.map((speaker) => ({ '@type': 'Person', name: speaker.name })),
    isAccessibleForFree: true,
    ...(event.provisions.length > 0 ? { accessibilitySummary: event.provisions.map((provision) => provision.kind).join(', ') } : {}),
    url: page,
  };
}
