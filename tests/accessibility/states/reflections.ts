import type { Page } from 'playwright-core';
import { overfill, press, type State } from '../state.ts';
import type { World } from '../world.ts';

const editor = { as: 'editor' } as const;
const published = ({ events }: World) => `/organise/events/${events.over.eventId}`;
const open = ({ events }: World) => `/organise/events/${events.overAndOpen.eventId}`;
const theme = (world: World) => `${published(world)}/themes/${world.told.themeId}`;

export const reflectionStates: readonly State[] = [
  { route: 'GET /reflect/{token}', name: 'the page of a room', at: ({ told }) => told.open.room },
  { route: 'GET /reflect/{token}', name: 'the page of no room', at: ({ told }) => told.open.eventLink },
  { route: 'GET /reflect/{token}', name: 'a link that leads nowhere', status: 404, at: () => '/reflect/none' },
  {
    route: 'POST /reflect/{token}',
    name: 'a reflection without words or name',
    status: 422,
    at: ({ told }) => told.open.room,
    doing: async (page) => {
      await page.getByLabel('You may quote it, with my name').check();
      await press('Send')(page);
    },
  },
  {
    route: 'POST /reflect/{token}',
    name: 'thank you, with the private link',
    status: 201,
    at: ({ told }) => told.open.eventLink,
    doing: async (page) => {
      await page.getByLabel('Your reflection').fill('Something that helps.');
      await press('Send')(page);
    },
  },
  { route: 'GET /reflect/own/{token}', name: 'one’s own reflection', at: ({ told }) => told.open.own },
  { route: 'GET /reflect/own/{token}', name: 'one’s own reflection, withdrawn', at: ({ told }) => told.open.ownWithdrawn },
  {
    route: 'POST /reflect/own/{token}',
    name: 'one’s own reflection with an error',
    status: 422,
    at: ({ told }) => told.open.own,
    doing: overfill('Your words', 'Save'),
  },
  { route: 'GET /reflect/notes/{token}', name: 'the note-taker’s page', at: ({ told }) => told.open.notes },
  {
    route: 'POST /reflect/notes/{token}',
    name: 'no points',
    status: 422,
    at: ({ told }) => told.open.notes,
    doing: press('Save these points'),
  },
  { ...editor, route: 'GET /organise/events/{eventId}/reflections', name: 'all reflections', at: (world) => `${open(world)}/reflections` },
  {
    ...editor,
    route: 'GET /organise/events/{eventId}/reflections',
    name: 'those withdrawn',
    at: (world) => `${open(world)}/reflections?show=withdrawn`,
  },
  {
    ...editor,
    route: 'GET /organise/events/{eventId}/reflections',
    name: 'nothing said, no rooms',
    at: ({ events }) => `/organise/events/${events.notYet.eventId}/reflections`,
  },
  {
    ...editor,
    route: 'GET /organise/events/{eventId}/reflections',
    name: 'an event that is not published',
    status: 404,
    at: ({ events }) => `/organise/events/${events.draft.eventId}/reflections`,
  },
  {
    ...editor,
    route: 'POST /organise/events/{eventId}/rooms',
    name: 'too few rooms',
    status: 422,
    at: (world) => `${open(world)}/reflections`,
    doing: press('Open rooms'),
  },
  {
    ...editor,
    route: 'POST /organise/events/{eventId}/reflections',
    name: 'nothing entered by hand',
    status: 422,
    at: (world) => `${open(world)}/reflections`,
    doing: byHand,
  },
  {
    ...editor,
    route: 'POST /organise/events/{eventId}/reflections/{reflectionId}/moderate',
    name: 'set aside without a reason',
    status: 422,
    at: (world) => `${open(world)}/reflections`,
    doing: async (page) => {
      await page.locator('summary', { hasText: 'Set aside' }).first().click();
      await press('Set aside')(page);
    },
  },
  { ...editor, route: 'GET /organise/events/{eventId}/themes', name: 'the themes', at: (world) => `${published(world)}/themes` },
  {
    ...editor,
    route: 'GET /organise/events/{eventId}/themes',
    name: 'all that is themed',
    at: (world) => `${published(world)}/themes?show=open`,
  },
  {
    ...editor,
    route: 'GET /organise/events/{eventId}/themes',
    name: 'no theme yet, and words that wait for one',
    at: (world) => `${open(world)}/themes`,
  },
  {
    ...editor,
    route: 'POST /organise/events/{eventId}/themes',
    name: 'a theme without a label',
    status: 422,
    at: (world) => `${open(world)}/themes`,
    doing: press('Make the theme'),
  },
  { ...editor, route: 'GET /organise/events/{eventId}/themes/{themeId}', name: 'one theme', at: theme },
  {
    ...editor,
    route: 'POST /organise/events/{eventId}/themes/{themeId}',
    name: 'a theme with an error',
    status: 422,
    at: theme,
    doing: longLabel,
  },
];

async function byHand(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Enter a reflection by hand' }).click();
  await press('Add it')(page);
}

async function longLabel(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Label' }).fill('x'.repeat(500));
  await press('Save')(page);
}
