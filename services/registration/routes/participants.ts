import type { RouteDefinition } from '@convener/contracts';

const setting = '/organise/events/{eventId}/registrations/participants';

/** Who else comes: seen by those who have a place, of those who agreed, while organisers let it be seen. */
export const participantRoutes = [
  {
    method: 'GET',
    path: '/my-place/participants',
    lambda: 'place',
    handler: 'showParticipants',
    audience: 'link',
    summary: 'Who else comes and agreed to be seen; not there for anybody who may not see it.',
  },
  {
    method: 'GET',
    path: '/my-place/participants/choice',
    lambda: 'place',
    handler: 'showChoice',
    audience: 'link',
    summary: 'Asks somebody whether others who come may see them.',
  },
  {
    method: 'POST',
    path: '/my-place/participants/choice',
    lambda: 'place',
    handler: 'saveChoice',
    audience: 'link',
    summary: 'Keeps that somebody agrees to be seen, or takes it back.',
  },
  {
    method: 'GET',
    path: setting,
    lambda: 'enter',
    handler: 'showParticipantList',
    audience: 'organiser',
    roles: ['organiser'],
    summary: 'The form that lets people with a place see who else comes.',
  },
  {
    method: 'POST',
    path: setting,
    lambda: 'enter',
    handler: 'saveParticipantList',
    audience: 'organiser',
    roles: ['organiser'],
    summary: 'Turns the list of participants on for some days, or off.',
  },
] as const satisfies readonly RouteDefinition[];
