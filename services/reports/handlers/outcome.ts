import type { HttpRequest } from '@convener/http';

export function actorOf(request: Pick<HttpRequest, 'organiser'>) {
  // A route for organisers is never reached without one; `system` could not be mistaken for a person in the audit log.
  return request.organiser ? { kind: 'organiser' as const, id: request.organiser.organiserId } : { kind: 'system' as const };
}

export function reportPath(eventId: string): `/${string}` {
  return `/organise/events/${eventId}/report`;
}
