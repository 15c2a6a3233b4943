/** What organisers and editors read of an event's access: what concerns everybody, and whom to ask about the rest. */
export const teamWords = {
  title: 'Access at this event',
  lead: 'What somebody asked for, and what is arranged for them, is with the access coordinator alone. This page is the same whatever anybody said, or whether they did.',
  attention: (count: number) =>
    count === 0 ? 'Nothing needs your attention' : count === 1 ? '1 thing needs your attention' : `${count} things need your attention`,
  counts: 'Only what is provided or asked of everybody is counted here.',
  things: {
    'nothing-announced': 'Nothing is announced yet. People read what is provided before they decide to come.',
    overdue: (what: string) => `${what}: people were to know by now.`,
    soon: (what: string, date: string) => `${what}: people are to know by ${date}.`,
    'nobody-to-talk-to': 'Nobody is named for people who would rather talk.',
  },
  see: { provisions: 'What is provided', asking: 'What we ask' },
  over: 'This event is over. There is nothing more to arrange.',
  calledOff: 'This event was called off. There is nothing to arrange.',
  whom: {
    title: 'Whom to ask',
    text: 'Ask the access coordinator about anything else.',
    organisers: 'See who is an access coordinator',
    talk: 'For people who would rather talk, this event names:',
  },
} as const;
