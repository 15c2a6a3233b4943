/** What the page about what we hold says: what, why, until when. */
export const words = {
  title: 'What we hold of you',
  lead: (event: string) => `For “${event}”. You can take it away as one file, or have it deleted, at any time.`,
  until: 'Until:',
  rows: {
    details: {
      what: 'Your name, your address, and what else you entered when you registered',
      why: 'So that the organisers know who comes, and can write to you about this event.',
      until: (date: string) => `${date}, or until you delete it`,
      forReport: 'You asked for the report, which takes some months.',
    },
    group: {
      what: (group: string) => `That you are one of a group that places are kept for: ${group}`,
      why: 'So that you can get one of its places. You can leave the group, or choose another, where you change your details.',
    },
    place: {
      what: 'Your place or your place in the line, and whether you came',
      why: 'So that places are given fairly. Afterwards only numbers stay, without names.',
    },
    answers: {
      what: 'Your answers to the organisers’ own questions, if there were any',
      why: 'As it says beside each question.',
      until: 'as it says beside each question, and never longer than your name',
    },
    access: {
      what: 'What would help you take part, if you told us',
      why: 'So that the access coordinator can arrange it. Nobody else can read it.',
      until: (date: string) =>
        `at most ${date}, or until you take it back; what you asked us to remember for a next event until the day that you chose`,
    },
    letters: {
      what: 'Which letters we sent you, when, and whether they arrived. Their words are not kept',
      why: 'So that no letter is sent twice, and we notice when one does not arrive.',
    },
  },
  sameAsDetails: 'the same day as your name',
  stays: {
    title: 'What stays when it is deleted',
    list: [
      'A number in place of your registration, from which nobody can tell who you are, so that nothing deleted comes back by itself.',
      'Where an organiser did something about your registration: a line in their log, with that number, for two years.',
      'Safety copies of our tables, for at most 35 days. They are used only if something breaks.',
    ],
  },
  download: 'Download everything as a file',
  downloadHint: 'It holds what all parts of our system hold, also what you told us would help you. Keep it where only you can open it.',
  delete: 'Delete everything',
  deleteHint: 'We ask once more before it is done. Your place goes to somebody else.',
  back: 'Your place',
  link: 'What we hold of you, to download or delete',
} as const;
