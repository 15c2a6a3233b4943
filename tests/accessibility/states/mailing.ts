import { overfill, press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const member = { cookie: ({ members }: World) => members.cookie };
const ofEvent =
  (event: keyof World['events'], path = '') =>
  ({ events }: World) =>
    `/organise/events/${events[event].eventId}/mailings${path}`;
const toOne =
  (query = '') =>
  ({ events, people }: World) =>
    `/organise/events/${events.open.eventId}/registrations/${people.registrationId}/letter${query}`;
const one =
  (which: 'sent' | 'ready' | 'discarded') =>
  ({ mail }: World) =>
    `/organise/mailings/${mail[which]}`;

export const mailingStates: readonly State[] = [
  { route: 'GET /join', name: 'the form to join', at: () => '/join' },
  { route: 'POST /join', name: 'the form to join with errors', status: 422, at: () => '/join', doing: press('Join') },
  { route: 'GET /join/check-your-mail', name: 'a letter is on its way', at: () => '/join/check-your-mail' },
  { route: 'GET /join/confirm/{token}', name: 'the button that makes a member', at: ({ members }) => members.confirmLink },
  { route: 'GET /join/confirm/{token}', name: 'a join link that no longer works', status: 410, at: () => '/join/confirm/old' },
  { route: 'GET /preferences/{token}', name: 'the button that opens preferences', at: ({ members }) => members.preferencesLink },
  { route: 'GET /preferences/resend', name: 'the form to have the preferences link sent', at: () => '/preferences/resend' },
  {
    route: 'POST /preferences/resend',
    name: 'no address for the link',
    status: 422,
    at: () => '/preferences/resend',
    doing: press('Send my link'),
  },
  { ...member, route: 'GET /my-preferences', name: 'what somebody receives', at: () => '/my-preferences' },
  { ...member, route: 'GET /my-preferences', name: 'a member from now on', at: () => '/my-preferences?said=joined' },
  { route: 'GET /my-preferences', name: 'preferences that are closed on this device', status: 401, at: () => '/my-preferences' },
  {
    ...member,
    route: 'POST /my-preferences',
    name: 'preferences with an error',
    status: 422,
    at: () => '/my-preferences',
    doing: overfill('What should we call you? (optional)', 'Save', 500),
  },
  { ...member, route: 'GET /my-preferences/leave', name: 'the question before somebody leaves', at: () => '/my-preferences/leave' },
  { route: 'GET /left', name: 'somebody has left', at: () => '/left' },
  { route: 'GET /unsubscribe/{token}', name: 'the button that unsubscribes', at: ({ mail }) => mail.unsubscribe },
  { route: 'POST /unsubscribe/{token}', name: 'unsubscribed', at: ({ mail }) => mail.unsubscribe, doing: press('Unsubscribe') },
  { ...organiser, route: 'GET /organise/members', name: 'the members', at: () => '/organise/members' },
  {
    ...organiser,
    route: 'POST /organise/members',
    name: 'no member was found',
    at: () => '/organise/members',
    doing: async (page) => {
      await page.getByRole('searchbox').fill('Nobody of this name');
      await press('Find')(page);
    },
  },
  { ...organiser, route: 'GET /organise/members/import', name: 'the form to import', at: () => '/organise/members/import' },
  {
    ...organiser,
    route: 'POST /organise/members/import',
    name: 'an import of nothing',
    status: 422,
    at: () => '/organise/members/import',
    doing: press('Import'),
  },
  {
    ...organiser,
    route: 'POST /organise/members/import',
    name: 'an import of which some was not taken',
    status: 201,
    at: () => '/organise/members/import',
    doing: async (page) => {
      await page.getByLabel('Or paste rows here').fill('new-member@example.org, Sample\nno address, Sample');
      await press('Import')(page);
    },
  },
  { ...organiser, route: 'GET /organise/mail', name: 'letters that need a human being', at: () => '/organise/mail' },
  {
    ...organiser,
    route: 'POST /organise/mail/suppression',
    name: 'no address to write to again',
    status: 422,
    at: () => '/organise/mail',
    doing: press('Allow letters again'),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/mailings',
    name: 'mailings of an event whose report was sent',
    at: ofEvent('over'),
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/mailings', name: 'mailings of an event without any', at: ofEvent('closed') },
  { ...organiser, route: 'GET /organise/events/{eventId}/mailings', name: 'a report that waits to be sent', at: ofEvent('inPerson') },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/mailings',
    name: 'a report for nobody',
    status: 422,
    at: ofEvent('inPerson'),
    doing: async (page) => {
      for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
      await press('Prepare the mailing')(page);
    },
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/mailings/note',
    name: 'the form of a letter to attendees',
    at: ofEvent('open', '/note'),
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/mailings/note',
    name: 'a letter to nobody about nothing',
    status: 422,
    at: ofEvent('open', '/note'),
    doing: press('Prepare the letter'),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}/letter',
    name: 'a letter to one person',
    at: toOne(),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}/letter',
    name: 'a letter to one person that is on its way',
    at: toOne('?said=sent'),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}/letter',
    name: 'a letter to somebody without an address',
    at: ({ events, organised }) => `/organise/events/${events.open.eventId}/registrations/${organised.phoned}/letter`,
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/registrations/{registrationId}/letter',
    name: 'a letter to one person without a word',
    status: 422,
    at: toOne(),
    doing: press('Send the letter'),
  },
  { ...organiser, route: 'GET /organise/mailings/{mailingId}', name: 'a mailing that is ready', at: one('ready') },
  { ...organiser, route: 'GET /organise/mailings/{mailingId}', name: 'a mailing that was sent', at: one('sent') },
  { ...organiser, route: 'GET /organise/mailings/{mailingId}', name: 'a mailing that was discarded', at: one('discarded') },
  {
    ...organiser,
    route: 'POST /organise/mailings/{mailingId}/test',
    name: 'a test letter to nowhere',
    status: 422,
    at: one('ready'),
    doing: press('Send the test letter'),
  },
];
