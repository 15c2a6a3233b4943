/** What people read on the way from the form to their place: letters and their links. */
export const linkWords = {
  closed: {
    'called-off': {
      title: 'This event has been cancelled',
      text: 'It will not take place, so there is nothing to register for. Everybody who had registered has been written to.',
    },
    over: { title: 'This event is over', text: 'You can read about it, and about what comes next, on the page of events.' },
    'not-yet': { title: 'Registration is not open yet', text: (opens: string) => `It opens on ${opens}. Come back then.` },
    closed: {
      title: 'Registration is closed',
      text: 'It is too late to register for this event.',
      stillCome: 'if you think that you should still be able to come.',
    },
    haveRegistered: 'Have you registered already?',
    askForLink: 'Ask for your link again',
    seeEvents: 'See all events',
  },

  entered: { heading: 'What you entered', text: 'You are not registered. Copy what you want to keep.' },

  sent: {
    title: 'Check your email',
    toldFor: (event: string) => `We have sent you a letter about “${event}”.`,
    told: 'We have sent you a letter.',
    next: 'What happens next',
    steps: (hours: number) => [
      'Open the letter. It should reach you within a few minutes.',
      'Press its link, and then the button on the page that opens.',
      `That is all. Until then your registration is not confirmed; it runs out after ${hours} hours.`,
    ],
    letterSays: 'The letter says whether a place is held for you until you confirm.',
    wasFull:
      'All places were taken when you sent the form. If one is free when you confirm, it is yours; otherwise you join the waiting list.',
    nothing: 'Has no letter come?',
    nothingExplained:
      'Look in your spam or junk folder first. Then check that you entered the right address: have it sent again here, or register again.',
    again: 'Send the letter again',
  },

  resend: {
    title: 'Have your link sent again',
    text: 'Enter the address that you registered with. If it has a place at an event, we send its link there.',
    submit: 'Send my link',
    sentTitle: 'Check your email',
    sentText: 'If that address has a registration, a letter with its link is on its way. It should arrive within a few minutes.',
  },

  confirm: {
    title: 'Confirm your registration',
    forEvent: (event: string) => `You registered for “${event}”. Press the button to confirm that this is your address.`,
    held: (until: string) => `A place is held for you until ${until}. It is yours once you press the button.`,
    ifFree: 'No place is held for you yet. If one is free when you press the button, it is yours; otherwise you join the waiting list.',
    full: 'All places are taken at the moment. If one is free when you press the button, it is yours; otherwise you join the waiting list.',
    begun: 'The event has begun. If a place is free when you press the button, it is yours.',
    notYou: 'Was it not you? Then close this page. Without your confirmation the registration runs out by itself, and nothing is kept.',
    submit: 'Confirm my registration',
  },

  manage: {
    title: 'Your place',
    forEvent: (event: string) => `This link opens your place at “${event}”.`,
    submit: 'Open my place',
  },

  oldLink: {
    title: 'This link no longer works',
    text: 'Links stop working when a newer one has been sent, when a registration was not confirmed in time, or when it was deleted.',
    sendNew: 'Send me a new link',
    register: 'If your registration has run out, register again from the page of the event.',
  },
} as const;
