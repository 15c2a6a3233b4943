/** Every sentence about a letter to one person, on the pages of organisers. */
export const oneLetterWords = {
  title: 'Write to one person',
  heading: (name: string) => `Write to ${name}`,
  lead: 'A letter to this person alone. Its subject is “About your place”, since a subject can be seen by others; it ends with the facts of the event and the link to their own page.',
  body: 'Letter',
  bodyHint:
    'Plain text. A blank line begins a new paragraph, and web addresses become links. “Hello” and their name stand above it by themselves. {name}, {event}, {when}, {where} and {network} are filled in.',
  forget: 'We keep what you write until the letter has left, and no longer. The audit log says that you wrote to somebody, not what.',
  submit: 'Send the letter',
  missing: 'Enter the letter',
  sent: { title: 'Your letter is on its way', text: 'It should arrive within a minute or two.' },
  noAddress: 'No letter reaches this person: they gave no email address. Tell them yourself.',
  back: 'Their registration',
} as const;
