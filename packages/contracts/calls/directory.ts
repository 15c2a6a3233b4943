import * as z from 'zod/mini';

/**
 * The `directory` call: ids become names and addresses, at the moment a letter is rendered or a coordinator looks. Registration answers for
 * attendees, mailing for members. Each call is audited with its purpose. Links are minted here, by their owner, so that a signing secret
 * never leaves the service that owns it.
 */
export const directoryRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('resolve'),
    purpose: z.string(),
    ids: z.array(z.string()).check(z.maxLength(100)),
    /** Names of links that the answer should carry, in the owner's words: `confirm`, `manage`, `joining`, `preferences`, … */
    links: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('audience'),
    purpose: z.string(),
    eventId: z.string(),
    /** `attended`: noted as having come, with a place or let in without one; `confirmed` includes those with a place. */
    statuses: z.array(z.enum(['confirmed', 'waitlisted', 'attended'])),
    /** Only people who said that they want this event's report. */
    wantingReport: z.boolean(),
    cursor: z.optional(z.string()),
  }),
]);
export type DirectoryRequest = z.infer<typeof directoryRequest>;

export const directoryEntry = z.object({
  id: z.string(),
  /** What they registered for. */
  eventId: z.optional(z.string()),
  name: z.string(),
  /** Empty where somebody has none: no letter goes to them. */
  address: z.string(),
  format: z.enum(['html', 'text']),
  status: z.string(),
  links: z.record(z.string(), z.string()),
  /** Until when a place is held for them, while their status is `offered`. */
  offerUntil: z.optional(z.string()),
  /** While they have yet to confirm: until when they can, and whether a place is held for them so long. */
  toConfirm: z.optional(z.object({ until: z.string(), placeHeld: z.boolean() })),
  /** Whether they want this event's report; as they say now, whatever they said when a mailing was prepared. */
  wantsReport: z.optional(z.boolean()),
  /** Whether they have a place, or had one when their event was called off; left out where what is stored does not tell. */
  hasOrHadPlace: z.optional(z.boolean()),
  /** Rises with every change of what is stored of them; entries in their calendar count by it. */
  version: z.optional(z.number()),
});
export type DirectoryEntry = z.infer<typeof directoryEntry>;

/** `resolve` leaves out ids that are unknown or erased: a letter to them is never sent. */
export const directoryAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resolved'), entries: z.array(directoryEntry) }),
  z.object({ kind: z.literal('audience'), ids: z.array(z.string()), cursor: z.optional(z.string()) }),
]);
export type DirectoryAnswer = z.infer<typeof directoryAnswer>;
