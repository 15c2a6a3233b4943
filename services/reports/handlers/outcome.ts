export function reportPath(eventId: string): `/${string}` {
  return `/organise/events/${eventId}/report`;
}
