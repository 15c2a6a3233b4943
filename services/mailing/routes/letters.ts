import type { RouteDefinition } from '@convener/contracts';

const organising = { lambda: 'letters', audience: 'organiser', roles: ['organiser'] } as const;
const one = '/organise/events/{eventId}/letters/{letter}' as const;

/** The letters around an event: when each goes and what it says. */
export const letterRoutes = [
  {
    ...organising,
    method: 'GET',
    path: '/organise/events/{eventId}/letters',
    handler: 'letters',
    summary: 'The letters around an event: when each goes, in whose words, and to how many it went.',
  },
  { ...organising, method: 'GET', path: one, handler: 'letter', summary: 'One letter around an event: its time, its words, a preview.' },
  {
    ...organising,
    method: 'POST',
    path: one,
    handler: 'changeLetter',
    summary: 'Shows a preview of an organiser’s own words for a letter, or saves them.',
  },
  {
    ...organising,
    method: 'POST',
    path: `${one}/time`,
    handler: 'changeLetterTime',
    summary: 'Changes when a letter goes, or that it does not.',
  },
  {
    ...organising,
    method: 'POST',
    path: `${one}/standard`,
    handler: 'standardLetter',
    summary: 'Goes back to our standard words for a letter.',
  },
  {
    ...organising,
    method: 'POST',
    path: `${one}/test`,
    handler: 'testLetter',
    summary: 'Sends a letter around an event, as its words stand, to an address that the organiser gives.',
  },
] as const satisfies readonly RouteDefinition[];
