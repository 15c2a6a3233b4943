import type { HttpRequest } from './request.ts';

/** Who does it, for the audit log: the organiser who is signed in. Only for routes of organisers, which are never reached without one. */
export function actorOf({ organiser, route }: Pick<HttpRequest, 'organiser' | 'route'>): {
  readonly kind: 'organiser';
  readonly id: string;
} {
  if (!organiser) throw new Error(`${route.handler} asks who is signed in, but its route is not for organisers.`);
  return { kind: 'organiser', id: organiser.organiserId };
}
