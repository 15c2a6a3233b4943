import { program } from '../../system/asking.ts';
import { day, makeEvent } from '../../system/events.ts';
import { overfill, press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const base = ({ events }: World) => `/organise/events/${events.open.eventId}`;

/** Every mark that a writer may use, so that the pages that show it are seen with all of them. */
const text = [
  '## What we do with it\n\nWe **use it** for *one thing*, and ~~nothing~~ `else`.',
  '- first\n- second\n  - deeper',
  '1. one\n2. two',
  '> Said by somebody.',
  '| What | How long |\n|---|--:|\n| A place | A year |',
  '[A link](https://example.org/a) and https://example.org',
  '### Smaller\n\n---\n\n```\nplain\n```',
].join('\n\n');

/** Writes a statement, so that there is a version of it. */
async function write({ system }: World, statement: 'privacy' | 'accessibility-statement', words = text): Promise<void> {
  await program(system, 'organiser', `/organise/statements/${statement}`, { text: words });
}

/** What the network usually provides, so that events can take it over. */
async function usual({ system }: World): Promise<void> {
  const provisions = [
    { kind: 'bsl-interpretation', detail: 'All day', people: 2, by: 'Sample Interpreting' },
    { kind: 'quiet-room', detail: 'Beside the hall' },
    { kind: 'other', detail: 'Somebody at the door' },
  ];
  await program(system, 'organiser', '/organise/provisions', { provisions });
}

/** An event whose time was moved, with some access in place and some on its way. */
async function moved({ system }: World): Promise<string> {
  const event = await makeEvent(system, { title: 'An event that was moved', mode: 'hybrid' });
  const at = `/organise/events/${event.eventId}`;
  const provisions = [
    { kind: 'live-captions', detail: 'From start to end', people: 1, by: 'Sample Captions' },
    { kind: 'bsl-interpretation', detail: '', people: 2, knownBy: day(system, 7) },
    { kind: 'hearing-loop', detail: 'In the hall', knownBy: day(system, -2) },
    { kind: 'other', detail: 'Somebody at the door' },
  ];
  await program(system, 'organiser', `${at}/provisions`, { provisions });
  const { details } = await program(system, 'organiser', at);
  const { title, slug, capacity } = Object(details);
  await program(system, 'organiser', at, {
    ...{ title, slug, capacity, date: day(system, 35), startsAt: '11:00', endsAt: '13:00', mode: 'hybrid', place: '1 Sample Street' },
    ...{ opensOn: day(system, -7), opensAt: '09:00', closesOn: day(system, 34), closesAt: '09:00' },
  });
  return `/events/${slug}`;
}

export const eventNetworkStates: readonly State[] = [
  { route: 'GET /events/{slug}', name: 'an event that was moved, with access that is still being arranged', at: moved },
  {
    route: 'GET /privacy',
    name: 'the privacy notice, written by organisers',
    at: async (world) => {
      await write(world, 'privacy');
      await write(world, 'privacy', `${text}\n\nOnce more.`);
      return '/privacy';
    },
  },
  { route: 'GET /privacy/versions/{number}', name: 'the privacy notice as it came', at: () => '/privacy/versions/0' },
  {
    route: 'GET /privacy/versions/{number}',
    name: 'an earlier privacy notice',
    at: async (world) => {
      await write(world, 'privacy', `${text}\n\nAnd again.`);
      return '/privacy/versions/1';
    },
  },
  { route: 'GET /privacy/versions/{number}', name: 'a version that there is not', status: 404, at: () => '/privacy/versions/99999' },
  {
    route: 'GET /accessibility-statement',
    name: 'the accessibility statement, written by organisers',
    at: async (world) => {
      await write(world, 'accessibility-statement');
      return '/accessibility-statement';
    },
  },
  {
    route: 'GET /accessibility-statement/versions/{number}',
    name: 'the accessibility statement as it came',
    at: () => '/accessibility-statement/versions/0',
  },
  { ...organiser, route: 'GET /organise/statements', name: 'both statements', at: () => '/organise/statements' },
  {
    as: 'access-coordinator',
    route: 'GET /organise/statements/{statement}',
    name: 'the form of the accessibility statement',
    at: () => '/organise/statements/accessibility-statement',
  },
  {
    ...organiser,
    route: 'GET /organise/statements/{statement}',
    name: 'the form of a statement with versions',
    at: async (world) => {
      await write(world, 'privacy');
      return '/organise/statements/privacy';
    },
  },
  {
    ...organiser,
    route: 'POST /organise/statements/{statement}',
    name: 'a statement before it is saved',
    at: () => '/organise/statements/privacy',
    doing: async (page) => {
      await page.getByLabel('Your text').fill(text);
      await press('Preview')(page);
    },
  },
  {
    ...organiser,
    route: 'POST /organise/statements/{statement}',
    name: 'a statement without words',
    status: 422,
    at: () => '/organise/statements/privacy',
    doing: async (page) => {
      await page.getByLabel('Your text').fill('');
      await press('Save as a new version')(page);
    },
  },
  {
    ...organiser,
    route: 'POST /organise/statements/{statement}',
    name: 'a statement that somebody else changed meanwhile',
    status: 422,
    at: () => '/organise/statements/privacy',
    doing: async (page, world) => {
      await write(world, 'privacy', 'Quicker.');
      await press('Save as a new version')(page);
    },
  },
  { ...organiser, route: 'GET /organise/provisions', name: 'what the network usually provides', at: () => '/organise/provisions' },
  {
    ...organiser,
    route: 'GET /organise/provisions',
    name: 'what the network usually provides, filled in',
    at: async (world) => {
      await usual(world);
      return '/organise/provisions';
    },
  },
  {
    ...organiser,
    route: 'POST /organise/provisions',
    name: 'what the network usually provides, with an error',
    status: 422,
    at: async (world) => {
      await usual(world);
      return '/organise/provisions';
    },
    doing: overfill('What is it?', 'Save', 400),
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/provisions',
    name: 'what is provided, with the usual set to take over',
    at: async (world) => {
      await usual(world);
      return `${base(world)}/provisions`;
    },
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/copy',
    name: 'the form of a new event from an earlier one',
    at: (world) => `${base(world)}/copy`,
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/copy',
    name: 'a new event from an earlier one, without title',
    status: 422,
    at: (world) => `${base(world)}/copy`,
    doing: async (page) => {
      await page.getByLabel('Title').fill('');
      await press('Make the draft')(page);
    },
  },
];
