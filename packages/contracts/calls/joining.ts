import * as z from 'zod/mini';

/**
 * Events' `joining` call: registration asks for the joining details after `event.joining-changed`, and keeps them with its own event item.
 * A joining link is not public, so no domain event carries it.
 */
export const joiningRequest = z.object({ eventId: z.string() });
export type JoiningRequest = z.infer<typeof joiningRequest>;

export const joiningAnswer = z.object({ eventId: z.string(), version: z.number(), link: z.string(), instructions: z.string() });
export type JoiningAnswer = z.infer<typeof joiningAnswer>;
