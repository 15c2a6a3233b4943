import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const link =
  (which: keyof World['offers']['links']) =>
  ({ offers }: World) =>
    offers.links[which];
const places = ({ offers }: World) => offers.places;
const move = ({ offers }: World) => `/organise/events/${offers.event.eventId}/registrations/${offers.waiting}/move`;
const offerRoute = 'GET /registrations/offer/{token}';
const placesRoute = 'GET /organise/events/{eventId}/places';

/** Places that are offered, kept for groups, and waited for. */
export const offerStates: readonly State[] = [
  { route: offerRoute, name: 'a place that is held', at: link('open') },
  { route: offerRoute, name: 'an offer that was taken', at: link('taken') },
  { route: offerRoute, name: 'an offer that was declined', at: link('declined') },
  { route: offerRoute, name: 'an offer of an event that was called off', at: link('calledOff') },
  { route: offerRoute, name: 'an offer whose link no longer works', status: 410, at: () => '/registrations/offer/old' },
  { route: 'GET /my-place', name: 'a place that is offered', cookie: ({ offers }) => offers.openCookie, at: () => '/my-place' },
  { route: 'GET /my-place', name: 'a place that was declined', cookie: ({ offers }) => offers.declinedCookie, at: () => '/my-place' },
  {
    route: 'GET /events/{slug}/register',
    name: 'the form of an event that keeps places',
    at: ({ offers }) => `/events/${offers.event.slug}/register`,
  },
  { ...organiser, route: placesRoute, name: 'the places of an event', at: places },
  { ...organiser, route: placesRoute, name: 'changing the places of a group', at: (world) => `${places(world)}?group=speakers` },
  {
    ...organiser,
    route: placesRoute,
    name: 'places that nobody has',
    at: ({ events }) => `/organise/events/${events.notYet.eventId}/places`,
  },
  { as: 'access-coordinator', route: placesRoute, name: 'the places of an event, only to read', at: places },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/places',
    name: 'places for a group without a name',
    status: 422,
    at: places,
    doing: press('Keep these places'),
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/registrations/{registrationId}/move', name: 'moving somebody', at: move },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/registrations/{registrationId}/move',
    name: 'moving somebody without a reason',
    status: 422,
    at: move,
    doing: press('Move'),
  },
];
