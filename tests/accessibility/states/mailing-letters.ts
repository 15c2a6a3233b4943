import type { Page } from 'playwright-core';
import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const one = 'GET /organise/events/{eventId}/letters/{letter}';
const ofEvent =
  (event: keyof World['events'], path = '') =>
  ({ events }: World) =>
    `/organise/events/${events[event].eventId}/letters${path}`;
const enter = (words: Readonly<Record<string, string>>, button: string) => async (page: Page) => {
  for (const [label, value] of Object.entries(words)) await page.getByLabel(label, { exact: true }).fill(value);
  await press(button)(page);
};

/** The letters around an event: the list, a letter that goes at a time of its own, one that is set off, and each form with errors. */
export const letterStates: readonly State[] = [
  { ...organiser, route: 'GET /organise/events/{eventId}/letters', name: 'letters around an event that is to come', at: ofEvent('open') },
  { ...organiser, route: 'GET /organise/events/{eventId}/letters', name: 'letters around an event that is over', at: ofEvent('over') },
  { ...organiser, route: one, name: 'a letter that goes at a time of its own', at: ofEvent('open', '/reminder') },
  { ...organiser, route: one, name: 'a letter that is set off', at: ofEvent('open', '/confirmed') },
  { ...organiser, route: one, name: 'the letter that asks to confirm', at: ofEvent('open', '/requested') },
  { ...organiser, route: one, name: 'the letter about the report', at: ofEvent('over', '/report') },
  { ...organiser, route: one, name: 'a letter was saved', at: ofEvent('open', '/reminder?said=saved') },
  { ...organiser, route: one, name: 'a test of a letter is on its way', at: ofEvent('open', '/changed?said=testSent') },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/letters/{letter}',
    name: 'a preview of words that are not saved',
    at: ofEvent('open', '/thanks'),
    doing: enter({ Subject: 'Thank you all: {event}' }, 'Show a preview'),
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/letters/{letter}',
    name: 'a letter with a field that stands for nothing',
    status: 422,
    at: ofEvent('open', '/thanks'),
    doing: enter({ Subject: 'For {nmae}' }, 'Save these words'),
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/letters/{letter}',
    name: 'a name in the letter that asks to confirm',
    status: 422,
    at: ofEvent('open', '/requested'),
    doing: enter({ Letter: 'Dear {name}, was it you?' }, 'Save these words'),
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/letters/{letter}/time',
    name: 'a letter that would go too early',
    status: 422,
    at: ofEvent('open', '/last-reminder'),
    doing: enter({ 'How long before the start?': '99' }, 'Save the time'),
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/letters/{letter}/test',
    name: 'a test of a letter to nowhere',
    status: 422,
    at: ofEvent('open', '/reminder'),
    doing: press('Send the test letter'),
  },
];
