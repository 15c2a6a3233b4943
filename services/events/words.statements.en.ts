import type { Role } from '@convener/contracts';
import type { StatementKind } from './domain/statements.ts';
import type { Named } from './words.statement-facts.en.ts';

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
