import type { Page } from 'playwright-core';
import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const form = ({ events }: World) => `/events/${events.asking.slug}/register`;
const step =
  (which: 'travel' | 'food' | 'worry') =>
  ({ events, asked }: World) =>
    `/events/${events.asking.slug}/register/${asked[which]}`;
const check = (world: World) => `${form(world)}/check`;
const begun = ({ asked }: World) => asked.draft;
/** The label of the draft stands at the end of its cookie's name. */
const formBegun = (world: World) => `${form(world)}?draft=${/\.([\w-]{8})=/.exec(begun(world))?.[1]}`;
const questions = ({ events }: World) => `/organise/events/${events.asking.eventId}/questions`;
const one = (world: World) => `${questions(world)}/${world.asked.lunch}`;
const answers = ({ events, asked }: World) => `/organise/events/${events.asking.eventId}/registrations/${asked.registrationId}/answers`;

async function clear(page: Page, label: string, button: string): Promise<void> {
  await page.getByLabel(label).fill('');
  await press(button)(page);
}

/** The form of an event that asks questions of its own, and where organisers make them. */
export const questionStates: readonly State[] = [
  { route: 'GET /events/{slug}/register', name: 'the first page of several', at: form },
  { route: 'GET /events/{slug}/register', name: 'the first page of several, where another form was begun', cookie: begun, at: form },
  { route: 'GET /events/{slug}/register', name: 'the first page of several, begun before on this device', cookie: begun, at: formBegun },
  { route: 'GET /events/{slug}/register', name: 'everything on one page', at: (world) => `${form(world)}?whole=yes` },
  {
    route: 'GET /events/{slug}/register',
    name: 'everything on one page, without cookies',
    at: (world) => `${form(world)}?whole=no-cookie`,
  },
  {
    route: 'GET /events/{slug}/register',
    name: 'the first page again, to change it',
    cookie: begun,
    at: (world) => `${form(world)}?change=yes`,
  },
  {
    route: 'POST /events/{slug}/register',
    name: 'everything on one page, with every error',
    status: 422,
    at: (world) => `${form(world)}?whole=yes`,
    doing: press('Register'),
  },
  { route: 'GET /events/{slug}/register/{questionId}', name: 'two short questions on a page', cookie: begun, at: step('travel') },
  { route: 'GET /events/{slug}/register/{questionId}', name: 'a question of its own', cookie: begun, at: step('food') },
  { route: 'GET /events/{slug}/register/{questionId}', name: 'a sensitive question', cookie: begun, at: step('worry') },
  { route: 'GET /events/{slug}/register/{questionId}', name: 'a form that is gone', status: 410, at: step('travel') },
  {
    route: 'POST /events/{slug}/register/{questionId}',
    name: 'a page of questions with an error',
    status: 422,
    cookie: begun,
    at: step('travel'),
    doing: async (page) => {
      await page.getByLabel('How will you travel?').fill('x'.repeat(300));
      await press('Continue')(page);
    },
  },
  { route: 'GET /events/{slug}/register/check', name: 'the answers to be checked', cookie: begun, at: check },
  { route: 'GET /events/{slug}/register/check', name: 'nothing to check any more', status: 410, at: check },
  { route: 'GET /my-place', name: 'a place with answers', cookie: ({ asked }) => asked.cookie, at: () => '/my-place' },
  { route: 'GET /my-place/answers', name: 'one’s own answers', cookie: ({ asked }) => asked.cookie, at: () => '/my-place/answers' },
  { route: 'GET /my-place/answers', name: 'one’s own answers, to nobody', status: 401, at: () => '/my-place/answers' },
  {
    route: 'POST /my-place/answers',
    name: 'one’s own answers with an error',
    status: 422,
    cookie: ({ asked }) => asked.cookie,
    at: () => '/my-place/answers',
    doing: async (page) => {
      await page.getByLabel('How will you travel?').fill('x'.repeat(300));
      await press('Save')(page);
    },
  },
  {
    route: 'GET /my-place/details',
    name: 'one’s own details with a supporter',
    cookie: ({ asked }) => asked.cookie,
    at: () => '/my-place/details',
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/questions', name: 'the organisers’ questions', at: questions },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/questions',
    name: 'no questions yet',
    at: ({ events }) => `/organise/events/${events.open.eventId}/questions`,
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/questions',
    name: 'the questions of a draft',
    at: ({ events }) => `/organise/events/${events.draft.eventId}/questions`,
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/questions/new', name: 'a new question', at: (world) => `${questions(world)}/new` },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/questions',
    name: 'a new question with every error',
    status: 422,
    at: (world) => `${questions(world)}/new`,
    doing: press('Add the question'),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/questions/preview',
    name: 'the form as people see it',
    at: (world) => `${questions(world)}/preview`,
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/questions/{questionId}', name: 'a question to be changed', at: one },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/questions/{questionId}',
    name: 'a changed question with an error',
    status: 422,
    at: one,
    doing: (page) => clear(page, 'What do you ask?', 'Save'),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/questions/{questionId}/remove',
    name: 'the question before one is removed',
    at: (world) => `${one(world)}/remove`,
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/questions/{questionId}/remove',
    name: 'a question on which another hangs',
    status: 422,
    at: (world) => `${one(world)}/remove`,
    doing: press('Yes, remove it'),
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/questions/{questionId}/move',
    name: 'a question that must stay before another',
    status: 422,
    at: questions,
    doing: press('Move down “Will you have lunch?”'),
  },
  {
    as: 'access-coordinator',
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}/answers',
    name: 'sensitive answers, to their role',
    at: answers,
  },
  {
    as: 'editor',
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}/answers',
    name: 'sensitive answers, to another role',
    at: answers,
  },
  {
    as: 'access-coordinator',
    route: 'GET /organise/events/{eventId}/registrations/{registrationId}',
    name: 'one registration with answers',
    at: (world) => answers(world).replace(/\/answers$/, ''),
  },
];
