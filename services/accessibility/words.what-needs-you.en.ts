import type { AttentionKind } from './domain/coordinators-attention.ts';
import { movedWords } from './words.moved.en.ts';

/** What an access coordinator reads of every event at once. */
export const whatNeedsYouWords = {
  title: 'Access: what needs you',
  lead: 'Of every event that is not over. These are numbers alone; who it is stands on the page of the event, and opening that is noted.',
  noEvents: 'No event is coming up.',
  nothing: 'Nothing needs you about access. Well done.',
  quiet: 'Nothing needs you here',
  open: 'Open the access of this event',
  more: 'For all events',
  links: { suppliers: 'Suppliers', costs: 'What access has cost', reads: 'Who has looked' },
  counts: {
    'too-late': () => 'too late by the usual time',
    'at-risk': () => 'to book within five working days',
    'ring-off': (count: number) =>
      count === 1 ? 'thing to ring off: the event is called off' : 'things to ring off: the event is called off',
    talk: (count: number) => (count === 1 ? 'person asks to talk first' : 'people ask to talk first'),
    'to-answer': (count: number) => (count === 1 ? 'person to answer' : 'people to answer'),
    'look-again': (count: number) => (count === 1 ? 'person to look at again' : 'people to look at again'),
    'to-check': () => movedWords.count,
    'to-ring': (count: number) => (count === 1 ? 'person to ring' : 'people to ring'),
    unreached: (count: number) => (count === 1 ? 'person whom our letter did not reach' : 'people whom our letter did not reach'),
  } satisfies Record<AttentionKind, (count: number) => string>,
} as const;
