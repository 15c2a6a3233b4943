import type { ReadKind } from './domain/access-list.ts';
import type { FeedbackChoice } from './domain/feedback.ts';
import type { MonthsOffered } from './domain/remembered.ts';
import type { Band } from './domain/small-numbers.ts';

/** What an event asks, what is remembered, who looked, and what is said afterwards. */
export const askingWords = {
  asking: {
    title: 'What we ask about access',
    lead: 'Everybody who has a place is asked what would help them take part. Choose what they can tick for this event. They can always use their own words.',
    kinds: 'What people can tick',
    kindsHint: 'Leave out what makes no sense for this event. What somebody ticked before stays with them.',
    introduction: 'A word before the questions (optional)',
    introductionHint: 'Such as what the rooms are like, or by when you can arrange things best. Ask what would help, never why.',
    contact: 'Whom to talk to (optional)',
    contactHint: 'For those who would rather talk: a name, and how to reach them.',
    keepWords: 'I have read these words again, and they ask nobody what they have or are',
    save: 'Save what we ask',
    saved: 'This is what people are asked now.',
    usual: 'Nobody has chosen yet: people are offered everything that fits the kind of event.',
    meanwhile: 'Somebody else changed this after you opened the page. Check it and save again; what they saved would be replaced.',
    errors: {
      nothing: 'Tick at least one thing that people can choose',
      prying: (found: string) =>
        `These words may ask people about themselves rather than what would help: “${found}”. Say it in another way, or tick the box below them if they do not.`,
    },
  },

  onPage: {
    contact: 'Would you rather talk to somebody?',
  },

  remembered: {
    filledIn: {
      title: 'You asked us to remember this',
      text: (date: string) =>
        `What you told us before stands in the form below. Nothing of it is kept for this event until you tick the box and send it. You can change it first. We remember it until ${date}.`,
      empty: 'Start with an empty form',
      forget: 'Forget what you remember',
    },
    title: 'Next time',
    offer: 'We can have your answer ready at the network’s next event, so that you need not say it all again. It is as you sent it last.',
    have: (date: string) => `We remember your answer for the network’s next event, until ${date}.`,
    again: 'If it has changed, you can have us remember it as it is now.',
    months: 'For how long?',
    monthNames: { '6': 'Six months', '12': 'A year', '24': 'Two years' } satisfies Record<MonthsOffered, string>,
    agree: 'Yes, remember my answer for the network’s next event',
    agreeHint: 'Without your tick nothing is remembered.',
    button: 'Remember it',
    forgotten: {
      title: 'It is forgotten',
      text: 'We remember nothing for the next event. What you told us for this event is as it was.',
      back: 'Back to this event',
    },
    nothing: { title: 'There is nothing to remember', text: 'Tell us what would help first. Nothing was kept.' },
    errors: {
      months: 'Choose how long we may remember it',
      consent: 'Tick the box if we may remember it. Without your tick nothing is remembered.',
      consentChanged: 'These words have changed since you opened the page. Read them again, and tick the box if you agree.',
    },
    /** By version: none is ever changed, a new one is added. */
    consent: {
      1: 'We will keep a copy of your answer apart from this event, and show it to you alone when you have a place at another event of this network. An access coordinator reads it only if you send it again there. It is deleted on the day that you choose, or as soon as you say so.',
    } satisfies Readonly<Record<number, string>> as Readonly<Record<number, string>>,
  },

  felt: {
    title: 'How was it for you?',
    lead: 'Everybody who had a place is asked this. We keep no name with it, and neither the day nor the time, so we cannot tell who said what.',
    choice: 'Did we get right what you asked for?',
    choices: {
      yes: 'Yes',
      partly: 'In part',
      no: 'No',
      'did-not-ask': 'I did not ask for anything',
    } satisfies Record<FeedbackChoice, string>,
    words: 'What should we do differently? (optional)',
    wordsHint: 'Please do not write who you are. An access coordinator reads it two weeks after the event.',
    button: 'Send without my name',
    thanks: {
      title: 'Thank you',
      text: 'We have it, without your name. Because we cannot tell which is yours, we cannot show it to you or take it back.',
    },
    closed: { title: 'This is over', text: 'It can be said in the two weeks after an event. Nothing was kept.' },
    tooMany: {
      title: 'Enough for today',
      text: 'We take only so many of these in a day from one internet connection. Nothing was kept. Send it tomorrow, or from another connection.',
    },
    errors: { choice: 'Choose one answer' },
  },

  reads: {
    title: 'Who has looked',
    lead: 'Each time somebody opens what would help people, it is noted first, whether or not there was anything to see. So these lines tell nothing of anybody who comes.',
    caption: (title: string) => `Looks at ${title}`,
    all: 'Looks at every event',
    only: (title: string) => `Only those at ${title}.`,
    showAll: 'Show every event',
    columns: { when: 'When', who: 'Who', event: 'Event', how: 'How', reason: 'Why' },
    csvColumns: ['When (UTC)', 'Who', 'Organiser id', 'Event', 'Event id', 'How', 'Why'],
    kinds: {
      list: 'Opened the list',
      one: 'Opened one answer',
      export: 'Took it away',
      afterwards: 'Read what was said afterwards',
      'on-the-day': 'Opened on the day, without the role',
    } satisfies Record<ReadKind, string>,
    you: 'You',
    none: 'Nobody has looked yet.',
    more: 'Show older ones',
    download: 'Download as a table',
    fileName: 'who-has-looked.csv',
    unknownEvent: 'Event no longer known',
  },

  onTheDay: {
    title: 'Open it on the day',
    lead: 'Only access coordinators read what would help people. If none of them can be reached around the event and somebody needs help now, an organiser may open the list by saying why.',
    rules:
      'Who you are, when and why are noted before anything is shown. Access coordinators see it on their page at once, and it stays on the page “Who has looked” for two years.',
    until: (time: string) => `This is open until ${time}.`,
    notYet: (from: string, until: string) =>
      `It opens two hours before the event: from ${from} to ${until}. Until then, ask an access coordinator.`,
    over: 'It closed two hours after the event.',
    calledOff: 'This event was called off. There is nothing to open.',
    shutTitle: 'It cannot be opened now',
    reason: 'What is happening, and why can no access coordinator do it?',
    reasonHint: 'At least 20 characters. Do not name anybody who comes.',
    button: 'Note this and open the list',
    openedTitle: 'What would help people take part',
    noted: (moment: string) =>
      `It is noted that you opened this on ${moment}. Please close the page as soon as you have helped; do not copy or print it.`,
    none: 'Nobody has told us anything that you may see.',
    noNames: 'Names cannot be shown just now. Try again in a minute.',
    nameless: 'Name not available now',
    tooShort: 'Say what is happening in at least 20 characters',
    alert: 'Somebody without the role opened this list on the day',
    alertLine: (who: string, moment: string, reason: string) => `${who}, ${moment}: “${reason}”`,
  },

  summary: {
    title: 'Access in figures',
    lead: 'These figures are for the whole team. They are made so that nobody can be worked out from them: rough, made once, and never brought up to date.',
    helpTitle: 'What would help',
    notYet: (date: string) => `They are made once, after registration closes on ${date}.`,
    soon: 'They are being made and will be here within the hour.',
    tooFew:
      'Fewer than 20 people had a place when registration closed. With so few, even rough figures would point at somebody, so none are shown.',
    madeOn: (date: string) => `Made on ${date}. A few people were added or taken away at random from every line.`,
    caption: 'About how many people said that it would help',
    columns: ['What would help', 'About how many'] as const,
    bands: {
      '0-9': 'fewer than 10, perhaps nobody',
      '10-19': '10 to 19',
      '20-29': '20 to 29',
      '30-49': '30 to 49',
      '50-99': '50 to 99',
      '100-': '100 or more',
    } satisfies Record<Band, string>,
    calledOff: 'This event was called off. No figures are made.',
    providedTitle: 'What was provided',
    providedLead: 'This is public, and the only part that may go into a report.',
    afterwardsTitle: 'What people said afterwards',
    afterwardsNotYet: (date: string) => `It is counted once, after ${date}.`,
    equalityTitle: 'Who came',
    equalityLink: 'The form that everybody is shown',
    nothingShown: 'With so few people even rough figures would point at somebody, so none are shown.',
    countColumns: ['Answer', 'About how many'] as const,
    wordsTitle: 'In their own words',
    wordsLead: 'Only access coordinators see this. It is in no order.',
    noWords: 'Nobody wrote anything.',
  },
} as const;
