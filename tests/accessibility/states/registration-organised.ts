import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const list = ({ events }: World) => `/organise/events/${events.open.eventId}/registrations`;
const one = (world: World) => `${list(world)}/${world.people.registrationId}`;
const base = '/organise/events/{eventId}/registrations';

/** What organisers do by themselves, and who else comes. */
export const organisedStates: readonly State[] = [
  {
    ...organiser,
    route: `GET ${base}`,
    name: 'an event that is not published yet',
    status: 404,
    at: ({ events }) => `/organise/events/${events.draft.eventId}/registrations`,
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/places',
    name: 'the places of an event that is not published yet',
    status: 404,
    at: ({ events }) => `/organise/events/${events.draft.eventId}/places`,
  },
  {
    ...organiser,
    route: `GET ${base}`,
    name: 'who comes, filtered, with every column',
    at: (world) =>
      `${list(world)}?status=confirmed&order=newest&columns=status,email,organisation,comingAs,group,supporter,position,wantsReport,told,attended,shownToOthers,registeredAt`,
  },
  { ...organiser, route: `GET ${base}`, name: 'those whom no letter reaches', at: (world) => `${list(world)}?address=no` },
  { ...organiser, route: `GET ${base}/new`, name: 'the form to register somebody', at: (world) => `${list(world)}/new` },
  {
    ...organiser,
    route: `GET ${base}/new`,
    name: 'the form to register somebody for a full event',
    at: ({ events }) => `/organise/events/${events.full.eventId}/registrations/new`,
  },
  {
    ...organiser,
    route: `GET ${base}/new`,
    name: 'nobody can be registered any more',
    status: 409,
    at: ({ events }) => `/organise/events/${events.over.eventId}/registrations/new`,
  },
  {
    ...organiser,
    route: `POST ${base}/new`,
    name: 'the form to register somebody with every error',
    status: 422,
    at: (world) => `${list(world)}/new`,
    doing: press('Register them'),
  },
  {
    ...organiser,
    route: `POST ${base}/new`,
    name: 'somebody of the same name is registered',
    status: 422,
    at: (world) => `${list(world)}/new`,
    doing: async (page) => {
      await page.getByLabel('By phone').check();
      await page.getByLabel('What should we call them?').fill('Sample Caller');
      await page.getByRole('radio', { name: 'No', exact: true }).first().check();
      await page.getByLabel(/They asked us/).check();
      await press('Register them')(page);
    },
  },
  {
    ...organiser,
    route: `GET ${base}/{registrationId}`,
    name: 'somebody to be told by phone',
    at: (world) => `${list(world)}/${world.organised.phoned}?done=entered`,
  },
  {
    ...organiser,
    route: `GET ${base}/{registrationId}`,
    name: 'somebody to be told by phone that they wait',
    at: ({ events, organised }) => `/organise/events/${events.full.eventId}/registrations/${organised.phonedAndWaits}?done=exists`,
  },
  {
    ...organiser,
    route: `GET ${base}/{registrationId}/edit`,
    name: 'the form to correct a registration',
    at: (world) => `${one(world)}/edit`,
  },
  {
    ...organiser,
    route: `POST ${base}/{registrationId}/edit`,
    name: 'a correction with an error',
    status: 422,
    at: (world) => `${one(world)}/edit`,
    doing: async (page) => {
      await page.getByLabel('What should we call them?').fill('');
      await press('Save')(page);
    },
  },
  {
    ...organiser,
    route: `GET ${base}/{registrationId}/cancel`,
    name: 'the question before a registration is cancelled',
    at: (world) => `${one(world)}/cancel`,
  },
  { ...organiser, route: `GET ${base}/participants`, name: 'the list of participants, off', at: (world) => `${list(world)}/participants` },
  {
    ...organiser,
    route: `GET ${base}/participants`,
    name: 'the list of participants, on',
    at: ({ events }) => `/organise/events/${events.tomorrow.eventId}/registrations/participants?saved=yes`,
  },
  {
    ...organiser,
    route: `POST ${base}/participants`,
    name: 'the list of participants with errors',
    status: 422,
    at: (world) => `${list(world)}/participants`,
    doing: async (page) => {
      await page.getByLabel('Yes').check();
      await press('Save')(page);
    },
  },
  {
    route: 'GET /my-place',
    name: 'a place at an event whose participants may be seen',
    cookie: ({ people }) => people.atDoor.cookie,
    at: () => '/my-place?chosen=yes',
  },
  {
    route: 'GET /my-place/participants',
    name: 'who else comes',
    cookie: ({ people }) => people.atDoor.cookie,
    at: () => '/my-place/participants',
  },
  {
    route: 'GET /my-place/participants',
    name: 'no list of who else comes',
    status: 404,
    cookie: ({ people }) => people.confirmed.cookie,
    at: () => '/my-place/participants',
  },
  {
    route: 'GET /my-place/participants/choice',
    name: 'may other people see your name',
    cookie: ({ people }) => people.atDoor.cookie,
    at: () => '/my-place/participants/choice',
  },
];
