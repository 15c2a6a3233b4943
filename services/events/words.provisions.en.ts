/** What organisers read where they say what access is provided. */
export const provisionWords = {
  title: 'What is provided for everybody',
  hint: 'Tick what this event provides. It is shown on the public page, before anybody is asked what would help them.',
  which: 'What does this event provide?',
  whichUsual: 'What does the network usually provide?',
  detail: 'Detail (optional)',
  what: 'What is it?',
  sayWhat: 'Say what it is',
  people: 'How many people do it? (optional)',
  peopleHint: {
    'bsl-interpretation': 'Two interpreters for anything over half an hour, so that they can take turns.',
    'live-captions': 'Two captioners for anything over an hour or so.',
  },
  by: 'Who does it? (optional)',
  byHint: 'An agency, or a name if they agree: everybody can read it.',
  knownBy: 'Not settled yet? The day by which you will know',
  knownByHint: 'Leave this empty once it is in place. Until then the page says that you are arranging it, and by when you will know.',
  usual: {
    title: 'What we usually provide',
    hint: 'Your own set, to start from on each event. An event takes a copy: what you change here changes no event.',
    use: 'Add what we usually provide',
    useHint: 'Adds what this event does not have yet. What must be booked is marked as being arranged, until you say that it is in place.',
    empty: 'You have not said yet what the network usually provides.',
    edit: 'Change what we usually provide',
    saved: 'Saved.',
  },
} as const;
