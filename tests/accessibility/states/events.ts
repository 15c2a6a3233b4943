import { overfill, press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const base = ({ events }: World) => `/organise/events/${events.open.eventId}`;
const page =
  (event: keyof World['events']) =>
  ({ events }: World) =>
    `/events/${events[event].slug}`;

export const eventStates: readonly State[] = [
  { route: 'GET /', name: 'the front page', at: () => '/' },
  { route: 'GET /events', name: 'the list of events', at: () => '/events' },
  { route: 'GET /events/{slug}', name: 'an event with places', at: page('open') },
  { route: 'GET /events/{slug}', name: 'an event in a room', at: page('inPerson') },
  { route: 'GET /events/{slug}', name: 'an event whose registration opens later', at: page('notYet') },
  { route: 'GET /events/{slug}', name: 'an event whose registration has closed', at: page('closed') },
  { route: 'GET /events/{slug}', name: 'an event that is over', at: page('over') },
  { route: 'GET /events/{slug}', name: 'an event that was called off', at: page('cancelled') },
  { route: 'GET /events/{slug}', name: 'an event that there is not', status: 404, at: () => '/events/never-heard-of' },
  { route: 'GET /privacy', name: 'the privacy notice', at: () => '/privacy' },
  { route: 'GET /accessibility-statement', name: 'the accessibility statement', at: () => '/accessibility-statement' },
  { route: '$default', name: 'an address that there is not', status: 404, at: () => '/nothing/here' },
  { ...organiser, route: 'GET /organise/events', name: 'all events, for organisers', at: () => '/organise/events' },
  { ...organiser, route: 'GET /organise/events/new', name: 'the form of a new event', at: () => '/organise/events/new' },
  {
    ...organiser,
    route: 'POST /organise/events',
    name: 'the form of a new event with errors',
    status: 422,
    at: () => '/organise/events/new',
    doing: async (at) => {
      await at.getByLabel('In person', { exact: true }).check();
      await press('Save')(at);
    },
  },
  { ...organiser, route: 'GET /organise/events/{eventId}', name: 'one event, for organisers', at: base },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}',
    name: 'a draft',
    at: ({ events }) => `/organise/events/${events.draft.eventId}`,
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}',
    name: 'an event that was called off, for organisers',
    at: ({ events }) => `/organise/events/${events.cancelled.eventId}`,
  },
  { as: 'editor', route: 'GET /organise/events/{eventId}', name: 'one event, for whom it is not to change', at: base },
  { as: 'access-coordinator', route: 'GET /organise/events/{eventId}', name: 'one event, for whoever arranges access', at: base },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}',
    name: 'an event id that there is not',
    status: 404,
    at: () => '/organise/events/evt_none',
  },
  {
    as: 'editor',
    route: 'GET /organise/events/new',
    name: 'a page that one’s role does not include',
    status: 403,
    at: () => '/organise/events/new',
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/edit', name: 'the form of an event', at: (world) => `${base(world)}/edit` },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}',
    name: 'the form of an event with an error',
    status: 422,
    at: (world) => `${base(world)}/edit`,
    doing: async (at) => {
      await at.getByLabel('Ends at').fill('09:00');
      await press('Save')(at);
    },
  },
  {
    route: 'POST /organise/events/{eventId}',
    as: 'organiser',
    name: 'signed out meanwhile, with everything that was written kept',
    status: 401,
    at: (world) => `${base(world)}/edit`,
    doing: async (at) => {
      await at.context().clearCookies();
      await press('Save')(at);
    },
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/speakers', name: 'the speakers', at: (world) => `${base(world)}/speakers` },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/speakers',
    name: 'a speaker without a name',
    status: 422,
    at: (world) => `${base(world)}/speakers`,
    doing: press('Add the speaker'),
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/speakers/{speakerId}', name: 'the form of a speaker', at: speaker },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/speakers/{speakerId}',
    name: 'the form of a speaker with an error',
    status: 422,
    at: speaker,
    doing: overfill('Name', 'Save', 500),
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/links', name: 'the links', at: (world) => `${base(world)}/links` },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/links',
    name: 'a link without address',
    status: 422,
    at: (world) => `${base(world)}/links`,
    doing: press(/^(Add a link|Save)$/),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/provisions',
    name: 'what is provided',
    at: (world) => `${base(world)}/provisions`,
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/provisions',
    name: 'what is provided, with an error',
    status: 422,
    at: (world) => `${base(world)}/provisions`,
    doing: async (at) => {
      await at.getByRole('textbox').first().fill('x'.repeat(400));
      await press('Save')(at);
    },
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/cancel',
    name: 'the question before an event is called off',
    at: (world) => `${base(world)}/cancel`,
  },
];

function speaker({ told, events }: World): string {
  return `/organise/events/${events.over.eventId}/speakers/${told.speakerId}`;
}
