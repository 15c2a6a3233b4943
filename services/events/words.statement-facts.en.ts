/** Who the network is, for sentences that name it. */
export interface Named {
  readonly name: string;
  /** Empty where none is set. */
  readonly contact: string;
}

/** A heading with what stands under it; lines that begin with a hyphen would be Markdown, so lists stand on their own. */
export interface Section {
  readonly title: string;
  readonly says: readonly string[];
  readonly list?: readonly string[];
}

/** What the house says after the organisers' text, whatever that is. */
export const statementFacts = {
  privacy: {
    held: [
      {
        title: 'When you register for an event',
        says: [
          'We ask for an email address and something to call you. We use them to send you what belongs to your place: the confirmation, changes, how to join. Until you confirm your address nothing else happens; if you do not, it is deleted.',
        ],
      },
      {
        title: 'When you tell us what would help you take part',
        says: [
          'We ask what would help, never for a diagnosis, and only with your consent. Only the people who arrange it can read it. It is kept apart from everything else, under a key of its own. You can change it or take it back at any time.',
        ],
      },
      {
        title: 'When you share a reflection',
        says: ['You choose how it may be used. We keep no note of who you are, of your device or of your address on the internet.'],
      },
      {
        title: 'When you join the network',
        says: [
          'We keep your name, your address and what you want to receive, with your consent, until you leave. Every message has a link to leave or to choose.',
        ],
      },
    ] satisfies readonly Section[],
    lifetimes: 'How long we keep it',
    shared: {
      title: 'Who else has it',
      says: [
        'Nobody that we would sell it or give it to. The company that runs our computers keeps it for us, under contract, and carries our letters. Pages load nothing from anybody else.',
      ],
    } satisfies Section,
    rights: ({ name, contact }: Named): Section => ({
      title: 'Your rights',
      says: [
        `${name} is responsible for what is held here. The link in each of our letters to you shows everything that is held about your place, and lets you download, change or delete it. You can ask to see, correct, move or delete what we hold, object to how we use it, and take back a consent at any time.`,
        `${contact ? `Write to ${contact}. A person will answer. ` : ''}If you think that we handle your information wrongly, you can complain to the Information Commissioner’s Office (ico.org.uk).`,
      ],
    }),
    cookies: {
      title: 'Cookies',
      says: [
        'We set one cookie when you open your place or sign in, so that we know it is you. It is deleted within hours. There is no tracking.',
      ],
    } satisfies Section,
  },

  accessibility: {
    standard: {
      title: 'How this site is built',
      says: ['We build it to the Web Content Accessibility Guidelines 2.2, level AA.'],
      list: [
        'Every page works with the keyboard alone, without JavaScript, and at 400 % zoom.',
        'Every page follows your own choice of colours: dark, high contrast, or on paper.',
        'When something you enter needs changing, we say what to do, and keep what you entered.',
      ],
    } satisfies Section,
    tested: {
      title: 'How it is tested',
      says: [
        'Every page, and every state of it, is checked automatically for each change, with rules of axe and of valid HTML, in a real browser.',
      ],
    } satisfies Section,
    missing: {
      title: 'What is not there yet',
      says: ['The pages are in English only. Easy Read and British Sign Language versions are not there yet.'],
    } satisfies Section,
    tell: ({ contact }: Named): Section => ({
      title: 'Tell us',
      says: [
        `If something gets in your way, or you need this site’s content in another form, ${contact ? `write to ${contact}` : 'tell us'}. A person will answer.`,
        'If you are not happy with how we answer, the Equality Advisory and Support Service can advise you (equalityadvisoryservice.com).',
      ],
    }),
  },
} as const;
