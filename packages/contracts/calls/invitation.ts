import * as z from 'zod/mini';

/**
 * The `invitation` call: whoever writes to somebody who is to organise learns the address from organisers, as the letter is made. Whoever is
 * unknown or was removed is left out: a letter to them is never sent.
 */
export const invitationRequest = z.object({ organiserIds: z.array(z.string()).check(z.maxLength(100)) });
export type InvitationRequest = z.infer<typeof invitationRequest>;

export const invitationAnswer = z.object({
  invitations: z.array(
    z.object({
      organiserId: z.string(),
      address: z.string(),
      /** `active` once they have signed in. */
      status: z.enum(['invited', 'active']),
      roles: z.array(z.enum(['organiser', 'access-coordinator', 'editor'])),
      /** The name of whoever invited them, while they organise here themselves. */
      invitedBy: z.optional(z.string()),
    }),
  ),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;
