/** What an organiser may be, and what that means: on the console, and in the letter that invites them. */
export const roleWords = {
  organiser: { label: 'Organiser', means: 'Runs events: registrations, letters, reflections, and who organises.' },
  'access-coordinator': {
    label: 'Access coordinator',
    means: 'Reads what would help people take part, and arranges it. Nobody else can.',
  },
  editor: { label: 'Editor', means: 'Themes reflections and writes the report.' },
} as const;
