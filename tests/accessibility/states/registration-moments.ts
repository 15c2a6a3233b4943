import type { State } from '../state.ts';
import type { World } from '../world.ts';

type Person = 'here' | 'begun' | 'waitsAsItBegins' | 'lapsed' | 'had' | 'waited' | 'left' | 'stays' | 'gaveUp' | 'deleted';

const place = (person: Person, name: string): State => ({
  route: 'GET /my-place',
  name,
  cookie: ({ moments }: World) => moments[person].cookie,
  at: () => '/my-place',
});

/** One's own place and offers as time goes by: the event has begun or is over, registration has closed, an offer has run out. */
export const momentStates: readonly State[] = [
  place('here', 'a place while the event is under way'),
  place('waitsAsItBegins', 'a place in the line once the event has begun'),
  place('begun', 'an offer that ended as the event began'),
  place('lapsed', 'an offer whose time went by'),
  place('had', 'a place after the end'),
  place('waited', 'a place in the line after the end'),
  place('left', 'a place that was given up, after the end'),
  place('stays', 'a place once registration has closed'),
  place('gaveUp', 'a place that was given up, once registration has closed'),
  { ...place('deleted', 'a place that was deleted in another tab'), status: 410 },
  {
    route: 'GET /my-place/cancel',
    name: 'the question while the event is under way',
    cookie: ({ moments }) => moments.here.cookie,
    at: () => '/my-place/cancel',
  },
  {
    route: 'GET /my-place/delete',
    name: 'the question after the end',
    cookie: ({ moments }) => moments.had.cookie,
    at: () => '/my-place/delete',
  },
  { route: 'GET /registrations/offer/{token}', name: 'an offer whose time went by', at: ({ moments }) => moments.lapsed.offer },
  { route: 'GET /registrations/offer/{token}', name: 'an offer of an event that has begun', at: ({ moments }) => moments.begun.offer },
  {
    route: 'GET /registrations/confirm/{token}',
    name: 'the button that confirms where no place is held',
    at: ({ moments }) => moments.holdsNothing,
  },
  {
    route: 'GET /registrations/sent',
    name: 'check your email, for a full event',
    at: ({ events }) => `/registrations/sent?event=${events.full.slug}&full=yes`,
  },
  {
    route: 'POST /events/{slug}/register',
    name: 'the form of an event that has closed since it was read',
    status: 409,
    at: ({ events }) => `/events/${events.open.slug}/register`,
    doing: async (page, { moments }) => {
      await page.getByLabel('Email address').fill('sample@example.org');
      await page.getByLabel('What should we call you?').fill('Sample');
      // The page was read before: this is where it would have been sent.
      await page.locator('main form').evaluateAll((forms, path) => {
        for (const form of forms) form.setAttribute('action', path);
      }, `/events/${moments.closedSlug}/register`);
      await page.getByRole('button', { name: 'Register' }).first().click();
    },
  },
  {
    as: 'organiser',
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}/cancel',
    name: 'the question after the end',
    at: ({ moments }) => `/organise/events/${moments.pastEventId}/registrations/${moments.hadId}/cancel`,
  },
];
