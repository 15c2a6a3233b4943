import type { Role } from '@convener/contracts';
import type { StatementKind } from './domain/statements.ts';

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

export const statementWords = {
  titles: { privacy: 'Privacy', 'accessibility-statement': 'Accessibility statement' } satisfies Record<StatementKind, string>,
  changedOn: (day: string) => `Changed on ${day}.`,
  versionIs: (number: number) => (number === 0 ? 'the first text' : `version ${number}`),
  thisIs: (number: number) => (number === 0 ? 'This is the first text' : `This is version ${number}`),
  earlier: 'Earlier versions',
  until: (day: string) => `until ${day}`,
  from: (day: string) => `from ${day}`,
  old: 'It is kept so that anybody can look up what we said then. What this site adds by itself, such as how long things are kept, stands on the present page.',
  present: 'Read it as it is now',

  /** What stands first until an organiser writes something else; paragraphs alone, which are Markdown as they are. */
  defaults: {
    privacy: ({ name }: Named) => [
      `${name} holds as little about you as it can, uses it only for what you gave it for, and deletes it by itself.`,
    ],
    'accessibility-statement': ({ name }: Named) => [
      `Everybody should be able to use this site. ${name} wants as many people as possible to take part in its events, and that begins here.`,
    ],
  } satisfies Record<StatementKind, (network: Named) => readonly string[]>,

  console: {
    title: 'Privacy notice and accessibility statement',
    explain:
      'What stands first on these two pages is yours to write. What the law asks for and the site knows by itself follows after it, whatever you write.',
    edit: 'Change',
    see: 'See the public page',
    never: 'As it came: nobody has changed it yet.',
    last: (day: string, role: Role) => `Changed on ${day} by ${roleWords[role]}.`,
    editTitles: { privacy: 'Change the privacy notice', 'accessibility-statement': 'Change the accessibility statement' } satisfies Record<
      StatementKind,
      string
    >,
    text: 'Your text',
    textHint:
      'An empty line begins a new paragraph. A line that begins with ## is a heading, and one with - a list item. **Two stars** make words bold; [the words](https://example.org) make a link.',
    after: {
      privacy:
        'After your text the page says by itself: what is held, how long it is kept, who else has it, what rights people have and whom to write to, and cookies.',
      'accessibility-statement':
        'After your text the page says by itself: how the site is built and tested, what is not there yet, and whom to tell when something gets in the way.',
    } satisfies Record<StatementKind, string>,
    preview: 'Preview',
    previewTitle: 'How it will look',
    notSaved: 'This is not saved yet.',
    save: 'Save as a new version',
    meanwhile:
      'Somebody else changed this text while you were writing. Your words are kept below; look at the public page in another tab, then save again.',
    versions: 'Versions',
    noVersions: 'There is no version before this one.',
    version: 'Version',
    changed: 'Changed on',
    by: 'By',
  },
} as const;

export const roleWords: Record<Role, string> = {
  organiser: 'an organiser',
  'access-coordinator': 'an access coordinator',
  editor: 'an editor',
};

/**
 * What is kept of people, for how long, as they read it. `of` names the classes of the services' manifests that the line speaks of; a test
 * compares the two.
 */
export const lifetimeLines: readonly { readonly what: string; readonly howLong: string; readonly of: readonly string[] }[] = [
  {
    what: 'A form that you began and did not send',
    howLong: 'Two hours, sealed so that only your browser can open it',
    of: ['registration: form that was begun and not sent'],
  },
  {
    what: 'An address that you entered to register and did not confirm',
    howLong: 'A day',
    of: ['registration: unconfirmed registration'],
  },
  {
    what: 'Your place at an event',
    howLong: 'Until you delete it, and 90 days after the event at most; 180 where you asked for the report',
    of: ['registration: registration'],
  },
  {
    what: 'Your answers to the questions of an event',
    howLong: 'Until the event is over, or at most 30 or 90 days after it: each question says which',
    of: ['registration: answer to a question'],
  },
  {
    what: 'What would help you take part, and what was arranged for you',
    howLong: 'At most 30 days after the event; deleted at once when you take it back or cancel your place',
    of: ['accessibility: answer about access, and its consent', 'accessibility: what is arranged, and what people were told'],
  },
  {
    what: 'What you asked us to remember for the next event',
    howLong: 'Until the day that you chose, two years at most; deleted at once when you say so',
    of: ['accessibility: what somebody asked to be remembered'],
  },
  {
    what: 'What you said afterwards about how we got access right',
    howLong: 'At most 30 days after the event; nothing says that it came from you',
    of: ['accessibility: what people said afterwards, of nobody'],
  },
  {
    what: 'A note of who looked at what would help people',
    howLong: 'Two years',
    of: ['accessibility: note of who opened a list', 'accessibility: name of an organiser who looked'],
  },
  {
    what: 'Who interprets or captions for us',
    howLong: 'Two years from the last time',
    of: ['accessibility: supplier of the network'],
  },
  {
    what: 'A reflection that you shared',
    howLong: 'Until you withdraw it; nothing says that it came from you',
    of: ['reflections: reflection'],
  },
  { what: 'Your membership of the network', howLong: 'Until you leave; a week where you never confirmed it', of: ['mailing: member'] },
  {
    what: 'That you do not want letters any more',
    howLong: 'Kept as a fingerprint of your address, so that we never write to you again',
    of: ['mailing: suppression', 'mailing: left stream'],
  },
  { what: 'That a letter was sent to you, not what it said', howLong: '400 days', of: ['mailing: letter'] },
  {
    what: 'What an organiser wrote to you alone',
    howLong: 'Until the letter has left; 30 days where it could not',
    of: ['mailing: words of a letter to one person'],
  },
  { what: 'An address to which organisers sent a letter to try it', howLong: 'A day', of: ['mailing: test address'] },
  {
    what: 'That a form was sent, so that it does not count twice',
    howLong: '30 days, without anything that was entered',
    of: ['registration: sending of a form'],
  },
  {
    what: 'How often somebody tried from one internet connection, to keep out robots',
    howLong: 'An hour, without the address',
    of: ['registration: count of registrations or wrong codes from one network'],
  },
  {
    what: 'How many forms without a name came from one internet connection in a day',
    howLong: 'Until the end of the next day, without the address',
    of: ['accessibility: count of forms from one network'],
  },
  {
    what: 'The name and address of somebody who organises',
    howLong: 'Until they stop; a sign-in ends after twelve hours',
    of: ['organisers: organiser', 'organisers: sign-in', 'organisers: ended-sessions'],
  },
  { what: 'What organisers did here', howLong: 'Two years', of: ['organisers: audit'] },
];

/** Classes of data that say nothing about anybody, and why the notice leaves them out. */
export const aboutNobody: Readonly<Record<string, string>> = {
  'events: event': 'public facts',
  'events: statement': 'the network’s own words',
  'registration: numbers of an event': 'numbers',
  'registration: turns of those who were refused in a crowd': 'a time',
  'accessibility: public facts of an event': 'public facts',
  'accessibility: what an event asks': 'the organisers’ choice of questions',
  'accessibility: receipt of deletion': 'says that something was deleted, not whether there was anything',
  'accessibility: standing of a registration': 'an id, of which nothing else is left',
  'accessibility: figures safe for small numbers': 'numbers from which nobody can be told',
  'accessibility: what the access of an event cost': 'one figure for an event',
  'reflections: theme': 'the network’s own words',
  'reports: report': 'public; it names speakers alone',
  'reports: facts': 'public facts',
  'mailing: mailing': 'numbers',
  'mailing: import': 'numbers',
};
