import type { RouteDefinition } from '@convener/contracts';

const organising = ['organiser'] as const;
const list = '/organise/events/{eventId}/registrations';

/** What organisers do by themselves: register somebody, correct, ask before they cancel, and let participants be seen. */
export const organisingRoutes = [
  {
    method: 'GET',
    path: `${list}/new`,
    lambda: 'enter',
    handler: 'showEnter',
    audience: 'organiser',
    roles: organising,
    summary: 'The form to register somebody who phoned, wrote or asked in person.',
  },
  {
    method: 'POST',
    path: `${list}/new`,
    lambda: 'enter',
    handler: 'enterOne',
    audience: 'organiser',
    roles: organising,
    summary: 'Registers somebody by the organiser’s word; one letter goes to them, if they have an address.',
  },
  {
    method: 'GET',
    path: `${list}/{registrationId}/edit`,
    lambda: 'enter',
    handler: 'showCorrect',
    audience: 'organiser',
    roles: organising,
    summary: 'The form of what is held of somebody.',
  },
  {
    method: 'POST',
    path: `${list}/{registrationId}/edit`,
    lambda: 'enter',
    handler: 'correctOne',
    audience: 'organiser',
    roles: organising,
    summary: 'Corrects what is held of somebody, unless somebody else changed it meanwhile.',
  },
  {
    method: 'GET',
    path: `${list}/{registrationId}/cancel`,
    lambda: 'organise',
    handler: 'showCancelOne',
    audience: 'organiser',
    roles: organising,
    summary: 'Asks before a registration is cancelled.',
  },
  {
    method: 'POST',
    path: `${list}/{registrationId}/offer`,
    lambda: 'organise',
    handler: 'answerFor',
    audience: 'organiser',
    roles: organising,
    summary: 'Takes or declines an offered place for somebody who told the organiser so.',
  },
] as const satisfies readonly RouteDefinition[];
