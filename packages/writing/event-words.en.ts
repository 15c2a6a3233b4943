import type { modes, Provision } from '@convener/contracts';

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
