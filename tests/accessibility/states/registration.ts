import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const form =
  (event: keyof World['events']) =>
  ({ events }: World) =>
    `/events/${events[event].slug}/register`;
const cookieOf =
  (person: 'confirmed' | 'waiting' | 'gaveUp' | 'calledOff' | 'atDoor') =>
  ({ people }: World) =>
    people[person].cookie;
const list = ({ events }: World) => `/organise/events/${events.open.eventId}/registrations`;
const one = (world: World) => `${list(world)}/${world.people.registrationId}`;

export const registrationStates: readonly State[] = [
  { route: 'GET /events/{slug}/register', name: 'the form to register', at: form('open') },
  { route: 'GET /events/{slug}/register', name: 'the form of a full event', at: form('full') },
  { route: 'GET /events/{slug}/register', name: 'not open yet', at: form('notYet') },
  { route: 'GET /events/{slug}/register', name: 'closed', at: form('closed') },
  { route: 'GET /events/{slug}/register', name: 'over', at: form('over') },
  { route: 'GET /events/{slug}/register', name: 'called off', at: form('cancelled') },
  { route: 'POST /events/{slug}/register', name: 'the form with every error', status: 422, at: form('open'), doing: press('Register') },
  { route: 'GET /registrations/sent', name: 'check your email', at: ({ events }) => `/registrations/sent?event=${events.open.slug}` },
  { route: 'GET /registrations/resend', name: 'the form to have a link sent again', at: () => '/registrations/resend' },
  { route: 'GET /registrations/resend', name: 'the link is on its way', at: () => '/registrations/resend?sent=yes' },
  {
    route: 'POST /registrations/resend',
    name: 'a link for no address',
    status: 422,
    at: () => '/registrations/resend',
    doing: press('Send my link'),
  },
  { route: 'GET /registrations/confirm/{token}', name: 'the button that confirms', at: ({ people }) => people.confirmLink },
  { route: 'GET /registrations/confirm/{token}', name: 'a link that no longer works', status: 410, at: () => '/registrations/confirm/old' },
  { route: 'GET /registrations/manage/{token}', name: 'the button that opens a place', at: ({ people }) => people.manageLink },
  {
    route: 'GET /registrations/manage/{token}',
    name: 'a manage link that no longer works',
    status: 410,
    at: () => '/registrations/manage/old',
  },
  { route: 'GET /my-place', name: 'a place', cookie: cookieOf('confirmed'), at: () => '/my-place' },
  { route: 'GET /my-place', name: 'a place in the line', cookie: cookieOf('waiting'), at: () => '/my-place' },
  { route: 'GET /my-place', name: 'a place that was given up', cookie: cookieOf('gaveUp'), at: () => '/my-place' },
  { route: 'GET /my-place', name: 'a place at an event that was called off', cookie: cookieOf('calledOff'), at: () => '/my-place' },
  { route: 'GET /my-place', name: 'a place near the time, with the joining link', cookie: cookieOf('atDoor'), at: () => '/my-place' },
  { route: 'GET /my-place', name: 'a place whose time on this device has run out', status: 401, at: () => '/my-place' },
  { route: 'GET /my-place/details', name: 'the form of one’s own details', cookie: cookieOf('confirmed'), at: () => '/my-place/details' },
  {
    route: 'POST /my-place/details',
    name: 'one’s own details with an error',
    status: 422,
    cookie: cookieOf('confirmed'),
    at: () => '/my-place/details',
    doing: async (page) => {
      await page.getByLabel('What should we call you?').fill('');
      await press('Save')(page);
    },
  },
  {
    route: 'POST /my-place/details',
    name: 'one’s own details, changed meanwhile in another tab',
    status: 422,
    cookie: cookieOf('confirmed'),
    at: () => '/my-place/details',
    doing: async (page) => {
      await page.locator('input[name=version]').evaluate((input: HTMLInputElement) => {
        input.value = '1';
      });
      await press('Save')(page);
    },
  },
  {
    route: 'GET /my-place/cancel',
    name: 'the question before a place is given up',
    cookie: cookieOf('confirmed'),
    at: () => '/my-place/cancel',
  },
  {
    route: 'GET /my-place/cancel',
    name: 'the question before the line is left',
    cookie: cookieOf('waiting'),
    at: () => '/my-place/cancel',
  },
  {
    route: 'GET /my-place/delete',
    name: 'the question before all is deleted',
    cookie: cookieOf('confirmed'),
    at: () => '/my-place/delete',
  },
  { route: 'GET /registrations/ended', name: 'a place is closed', at: () => '/registrations/ended?by=closed' },
  { route: 'GET /registrations/ended', name: 'all is deleted', at: () => '/registrations/ended?by=deleted' },
  { ...organiser, route: 'GET /organise/events/{eventId}/registrations', name: 'who comes', at: list },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/registrations',
    name: 'nobody comes yet',
    at: ({ events }) => `/organise/events/${events.notYet.eventId}/registrations`,
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/registrations',
    name: 'nobody was found',
    at: list,
    doing: async (page) => {
      await page.getByRole('searchbox').fill('Nobody of this name');
      await press('Find')(page);
    },
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/registrations/{registrationId}', name: 'one registration', at: one },
  {
    as: 'access-coordinator',
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}',
    name: 'one registration, only to read',
    at: one,
  },
];
