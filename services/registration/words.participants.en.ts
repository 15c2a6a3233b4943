/** What attendees and organisers read about the list of participants. */
export const participantWords = {
  /** What somebody agrees to. Its number rises with every change of its sense: an agreement to other words does not count. */
  consent: {
    version: 1,
    label: 'Other people who come may see my name, my organisation and what I am coming as',
    hint: 'Only people who have a place see it, only while the list is shown, and you can take it back at any time.',
  },

  place: {
    heading: 'Who else comes',
    asked: 'People who have a place can see who else comes, if those people agree. Nobody is in the list who has not said yes.',
    from: (day: string, until: string) => `The list is shown from ${day} until ${until}.`,
    until: (until: string) => `The list is shown until ${until}.`,
    shown: 'You have said that others may see you.',
    notShown: 'You are not in the list.',
    choose: 'Choose whether others may see you',
    see: 'See who else comes',
    chosen: 'Your choice is saved.',
  },

  choice: {
    title: 'May other people who come see your name?',
    submit: 'Save my choice',
    details: 'They would see this:',
  },

  list: {
    title: 'Who else comes',
    text: 'These people have agreed that you see them. Keep what you read here to yourself.',
    caption: 'People who come',
    columns: { name: 'Name', organisation: 'Organisation or group', comingAs: 'Coming as' },
    empty: 'Nobody has agreed to be seen so far.',
    choose: 'Choose whether others may see you',
  },

  setting: {
    title: 'The list of participants',
    text: 'You can let people who have a place see who else comes. Everybody is asked first, and only those who say yes are in the list: their name, their organisation and what they are coming as.',
    shown: 'May people who have a place see who else comes?',
    missing: 'Choose whether people may see who else comes',
    from: 'First day',
    until: 'Last day',
    latest: (day: string) => `${day} at the latest, 30 days after the event.`,
    order: 'The last day must not be before the first',
    submit: 'Save',
    saved: 'It is saved, and noted in the audit log.',
    back: 'All registrations',
  },
} as const;
