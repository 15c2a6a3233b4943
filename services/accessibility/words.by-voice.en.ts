/** What access coordinators read, and read out, when somebody tells them what would help instead of writing it on their own page. */
export const byVoiceWords = {
  title: 'What somebody told us',
  lead: 'For who has no email, or has talked with you. Write it in their words, and only what they want us to keep. Never ask for a reason.',
  who: 'Who told you?',
  whoHint: 'Everybody who has a place or waits for one.',
  choose: 'Choose somebody',
  about: (name: string) => `What ${name} told us`,
  before: 'What they told us before',
  instead: 'What you save takes the place of all of this. If they asked to talk first, that is done with it.',
  kinds: 'Tick everything that would help them',
  ownWords: 'In their own words (optional)',
  how: 'How did they tell you?',
  answer: 'How would they like to have our answer?',
  phone: 'Which number shall we ring?',
  phoneHint: 'And when it suits them.',
  agreeTitle: 'May we keep this?',
  readOut: 'Read these words to them, or send them with your letter:',
  agree: 'They know these words, and said yes',
  agreeHint: 'Without their yes nothing is kept, and nothing changes about their place.',
  save: 'Save what they told us',
  notKept: 'Nothing has been saved yet. What you entered is still on this page.',
  errors: {
    nothing: 'Tick something, or write down what they said',
    phone: 'Enter the number that we should ring',
    consent: 'Read them the words, and tick the box if they say yes. Without it nothing is kept.',
    changed: 'These words have changed since you opened the page. Read them out again, and tick the box if they agree.',
    nobody: 'Choose somebody from the list: only who has a place or waits for one can be written down here',
  },
  meanwhile:
    'They have told us something that this page did not show. What you entered is still here: compare it with what they told us, and save it again if it is right.',
  closed: { title: 'This event is over or called off', text: 'There is nothing more to arrange, so nothing more is written down.' },
  noNames: { title: 'Names cannot be shown just now', text: 'Nothing was saved. Try again in a few minutes.' },
  gaveUp: { title: 'Their place has been given up', text: 'Nothing was saved, and nothing is kept of them here.' },

  /** The words that are read out, by version: none is ever changed, a new one is added and `spokenConsent` raised. */
  consent: {
    1: 'We will keep what you told me so that the access coordinator can arrange it. Only access coordinators read it. If none of them can be reached on the day, an organiser may open it; they have to say why, and it is noted. It is deleted at most 30 days after the event. You can change it or take it back at any time: tell us, and it is deleted at once.',
  } satisfies Readonly<Record<number, string>> as Readonly<Record<number, string>>,
} as const;
