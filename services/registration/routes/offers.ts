import type { RouteDefinition } from '@convener/contracts';

/** What people do about a place that is offered to them. */
export const offerRoutes = [
  {
    method: 'GET',
    path: '/registrations/offer/{token}',
    lambda: 'public',
    handler: 'showOffer',
    audience: 'link',
    summary: 'A place that is held for somebody who waits, and until when; changes nothing by itself.',
  },
  {
    method: 'POST',
    path: '/registrations/offer/{token}',
    lambda: 'public',
    handler: 'answerOffer',
    audience: 'link',
    summary: 'Takes the offered place, declines it, or joins the line again.',
  },
  {
    method: 'POST',
    path: '/my-place/offer',
    lambda: 'place',
    handler: 'answerOfferAtPlace',
    audience: 'link',
    summary: 'Answers an offer from somebody’s own place.',
  },
] as const satisfies readonly RouteDefinition[];

const organising = ['organiser'] as const;

/** The places of an event, those kept for groups, and the line. */
export const placesRoutes = [
  {
    method: 'GET',
    path: '/organise/events/{eventId}/places',
    lambda: 'prepare',
    handler: 'showPlaces',
    audience: 'organiser',
    roles: ['organiser', 'access-coordinator'],
    summary: 'The places of an event: taken, offered, held and free, and those kept for groups.',
  },
  {
    method: 'POST',
    path: '/organise/events/{eventId}/places',
    lambda: 'prepare',
    handler: 'savePlaces',
    audience: 'organiser',
    roles: organising,
    summary: 'Keeps places for a group, changes or releases them, or says how long offers stand.',
  },
  {
    method: 'GET',
    path: '/organise/events/{eventId}/registrations/{registrationId}/move',
    lambda: 'prepare',
    handler: 'showMove',
    audience: 'organiser',
    roles: organising,
    summary: 'Where somebody stands in the waiting list, and the form that moves them.',
  },
  {
    method: 'POST',
    path: '/organise/events/{eventId}/registrations/{registrationId}/move',
    lambda: 'prepare',
    handler: 'moveOne',
    audience: 'organiser',
    roles: organising,
    summary: 'Moves somebody in the waiting list, with a reason that stays with their registration.',
  },
] as const satisfies readonly RouteDefinition[];
