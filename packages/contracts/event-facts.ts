import * as z from 'zod/mini';

/** The modes in which an event can be held. */
export const modes = ['online', 'in-person', 'hybrid'] as const;

/** What access an event already offers to all; kinds in the order in which they are shown. */
export const provisionKinds = [
  'live-captions',
  'automatic-captions',
  'bsl-interpretation',
  'recording',
  'transcript',
  'materials-in-advance',
  'regular-breaks',
  'quiet-room',
  'chat-only-room',
  'step-free-access',
  'hearing-loop',
  'parking',
  'dietary-choice',
  'other',
] as const;

/** What was added after the first version is optional: facts that were told before are still read. */
export const provisionSchema = z.object({
  kind: z.enum(provisionKinds),
  detail: z.string(),
  /** Who does it, such as an agency of interpreters. Public. */
  by: z.optional(z.string()),
  /** How many people do it, such as two interpreters. */
  people: z.optional(z.number()),
  /** Still being arranged: the day, as `2026-11-03`, by which it is settled. Where there is none it is in place. */
  knownBy: z.optional(z.string()),
});

export const speakerSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
});

/** The public facts of an event: what registration, accessibility, reflections, reports, mailing and organisers keep as their read model. */
export const eventFactsSchema = z.object({
  eventId: z.string(),
  slug: z.string(),
  title: z.string(),
  series: z.string(),
  purpose: z.string(),
  description: z.string(),
  /** ISO instants in UTC; shown in `timeZone`. */
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  mode: z.enum(modes),
  /** Address of the venue; empty where the event is online. */
  place: z.string(),
  capacity: z.number(),
  registrationOpensAt: z.string(),
  registrationClosesAt: z.string(),
  speakers: z.array(speakerSchema),
  /** The breakout question, verbatim. */
  question: z.string(),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  provisions: z.array(provisionSchema),
});
export type EventFacts = z.infer<typeof eventFactsSchema>;
export type Provision = z.infer<typeof provisionSchema>;
export type Speaker = z.infer<typeof speakerSchema>;

/** The seed's event, as an example of the facts. */
export const exampleEventFacts: EventFacts = {
  eventId: 'evt_example',
  slug: 'how-do-we-embed-co-production-across-scotland',
  title: 'How do we embed co-production across Scotland?',
  series: 'Learning events',
  purpose: 'To share what helps co-production last.',
  description: 'A learning event for members.',
  startsAt: '2024-11-20T10:00:00.000Z',
  endsAt: '2024-11-20T12:30:00.000Z',
  timeZone: 'Europe/London',
  mode: 'online',
  place: '',
  capacity: 60,
  registrationOpensAt: '2024-10-01T08:00:00.000Z',
  registrationClosesAt: '2024-11-19T17:00:00.000Z',
  speakers: [{ id: 'spk_example', name: 'Sample Speaker', role: 'Head of Samples', organisation: 'Example Organisation' }],
  question: 'What are the challenges and opportunities?',
  links: [{ label: 'About the network', url: 'https://example.org/' }],
  provisions: [{ kind: 'live-captions', detail: 'By a live captioner' }],
};
