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
    what: 'How many forms for one event came from one internet connection in a day',
    howLong: 'Two days, without the address',
    of: ['registration: count of forms from one network at one event'],
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
