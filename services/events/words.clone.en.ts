import type { ClonePart } from './domain/clone.ts';

/** What organisers read where they make a new event from an earlier one. */
export const cloneWords = {
  title: 'Make a new event from this one',
  explain: (title: string) =>
    `A new draft, made from “${title}”. Nobody sees it until you publish it. The joining link and its instructions are never taken over.`,
  day: 'We suggest the same day of the week and the same times. Registration will open and close as long before the event as it did.',
  slugHint: 'Leave it empty to make it from the title, with the month where another event has that address.',
  copies: 'What should be taken over?',
  parts: {
    texts: 'Series, purpose and description',
    speakers: 'Speakers',
    links: 'Links',
    provisions: 'What is provided for everybody',
    question: 'The breakout question',
    'registration-questions': 'The questions that people are asked when they register',
    'reserved-places': 'Places kept for groups, and how offers are made',
    'participant-list': 'Whether people see who else comes',
    'letter-texts': 'Your own texts and times of letters',
    'access-kinds': 'What people are asked about access',
  } satisfies Record<ClonePart, string>,
  hints: {
    provisions: 'Captioners and interpreters are marked as being arranged, until you say that they are booked for the new day.',
    'reserved-places': 'Their places go to everybody as long before the event as they did.',
    'participant-list': 'People are asked again; nobody is shown who has not agreed.',
  } satisfies Partial<Record<ClonePart, string>>,
  make: 'Make the draft',
} as const;
