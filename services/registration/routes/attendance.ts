import type { RouteDefinition } from '@convener/contracts';

const organising = ['organiser'] as const;

/** Who came: by a code, by the way in, or as organisers saw. */
export const attendanceRoutes = [
  {
    method: 'GET',
    path: '/events/{slug}/here',
    lambda: 'arrive',
    handler: 'showHere',
    audience: 'public',
    summary: 'The form to say at an event that one is here.',
  },
  {
    method: 'POST',
    path: '/events/{slug}/here',
    lambda: 'arrive',
    handler: 'sayHere',
    audience: 'public',
    summary: 'Notes that somebody is here, by the code shown at the event or their open place; the same answer for any address.',
  },
  {
    method: 'POST',
    path: '/my-place/join',
    lambda: 'place',
    handler: 'joinNow',
    audience: 'link',
    summary: 'Notes that somebody comes, and leads to the way in.',
  },
  {
    method: 'GET',
    path: '/my-place/joining',
    lambda: 'place',
    handler: 'showJoining',
    audience: 'link',
    summary: 'The way in, near the time.',
  },
  {
    method: 'GET',
    path: '/organise/events/{eventId}/attendance',
    lambda: 'attendance',
    handler: 'showAttendance',
    audience: 'organiser',
    roles: organising,
    summary: 'Who is here: every name to press.',
  },
  {
    method: 'GET',
    path: '/organise/events/{eventId}/attendance/code',
    lambda: 'attendance',
    handler: 'showCode',
    audience: 'organiser',
    roles: organising,
    summary: 'The code of an event for the big screen, without names.',
  },
  {
    method: 'POST',
    path: '/organise/events/{eventId}/attendance',
    lambda: 'attendance',
    handler: 'changeAttendance',
    audience: 'organiser',
    roles: organising,
    summary: 'Notes who is here or takes it back, many at once.',
  },
] as const satisfies readonly RouteDefinition[];
