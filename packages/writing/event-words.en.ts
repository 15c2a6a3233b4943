import type { modes, Provision } from '@convener/contracts';
import { plainDate } from './dates.ts';

/** How an event is attended, and what access it provides: said alike wherever somebody reads of it. */
export const modeWords = {
  online: 'Online',
  'in-person': 'In person',
  hybrid: 'Online and in person',
} satisfies Record<(typeof modes)[number], string>;

export const provisionWords = {
  'live-captions': 'Live captions by a captioner',
  'automatic-captions': 'Automatic captions',
  'bsl-interpretation': 'British Sign Language interpretation',
  recording: 'A recording afterwards',
  transcript: 'A transcript afterwards',
  'materials-in-advance': 'Materials sent in advance',
  'regular-breaks': 'Regular breaks',
  'quiet-room': 'A quiet room',
  'chat-only-room': 'A room where people take part by chat alone',
  'step-free-access': 'Step-free access',
  'hearing-loop': 'A hearing loop',
  parking: 'Accessible parking',
  'dietary-choice': 'Food for different diets',
  other: 'Something else',
} satisfies Record<Provision['kind'], string>;

/** What people who do it are called, where it matters how many they are. */
const doers: Partial<Record<Provision['kind'], readonly [one: string, several: string]>> = {
  'live-captions': ['captioner', 'captioners'],
  'bsl-interpretation': ['interpreter', 'interpreters'],
};

/** Where it is said who does it, the name need not say it too. */
const namesOfThoseDone: Partial<Record<Provision['kind'], string>> = { 'live-captions': 'Live captions' };

/** A provision as people read it: what it is, and, while it is being arranged, when they will know. */
export interface ProvisionText {
  readonly what: string;
  /** Undefined once it is in place. */
  readonly awaited: string | undefined;
}

/** `today` is the day where the event is, as `2026-11-03`: a day that has passed is not promised. */
export function provisionText(provision: Provision, today: string): ProvisionText {
  const { kind, detail, by, people, knownBy } = provision;
  const [one, several] = doers[kind] ?? ['person', 'people'];
  const many = people === undefined ? '' : `${people} ${people === 1 ? one : several}`;
  const who = [many, by].filter(Boolean).join(', ');
  const named = (who && namesOfThoseDone[kind]) || provisionWords[kind];
  const name = kind === 'other' ? detail || provisionWords.other : [named, detail].filter(Boolean).join(': ');
  const what = who ? `${name} (${who})` : name;
  if (knownBy === undefined) return { what, awaited: undefined };
  return {
    what,
    awaited:
      knownBy < today
        ? 'We are still arranging this.'
        : `We are arranging this and will know by ${plainDate(`${knownBy}T12:00:00Z`, 'UTC')}.`,
  };
}
