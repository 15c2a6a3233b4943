/** Every sentence of the letter to somebody who is invited to organise. */
export const invitationWords = {
  subject: (network: string) => `You are invited to organise for ${network}`,
  heading: 'You are invited to organise',
  greeting: 'Hello,',
  invitedBy: (by: string, network: string) => `${by} invites you to help run the events of ${network}. This is what you can do there:`,
  invited: (network: string) => `You are invited to help run the events of ${network}. This is what you can do there:`,
  signIn: (address: string) => `Please sign in with this address, ${address}.`,
  button: 'Sign in',
  firstTime:
    'The first time, signing in asks you for a password and a second step, such as a code from your phone. If you have no account there yet, whoever looks after the sign-in makes one, and your first password comes in a letter of its own.',
  ask: (by: string | undefined, contact: string) =>
    `If it does not let you in, or you have a question, ask ${by ?? 'whoever invited you'}${contact ? ` or write to ${contact}` : ''}.`,
  unexpected: 'If you did not expect this, you need do nothing: nothing happens until you sign in.',
  footer: (network: string) => `You get this because an organiser of ${network} entered this address to invite you.`,
} as const;
