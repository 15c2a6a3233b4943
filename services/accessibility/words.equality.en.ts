import type { EqualityQuestion, equalityQuestions } from './domain/equality.ts';

type Choices = { readonly [Q in EqualityQuestion]: Readonly<Record<(typeof equalityQuestions)[Q][number], string>> };

const preferNotToSay = 'Prefer not to say';

/** The one form that asks who people are: apart from everything else, of nobody in particular, and never with words of their own. */
export const equalityWords = {
  title: 'Who comes to our events',
  lead: 'We want to know whether our events reach everybody. You can tell us a little about yourself here. Every question is optional.',
  promise: [
    'This page does not know who you are. It is not joined to your registration or to anything else you told us.',
    'Each answer is kept apart from the others, without the day or the time. We cannot put your form together again, show it to you or delete it.',
    'The answers are counted once, two weeks after the event, and only roughly: a few are added or taken away at random. They are deleted at most 30 days after the event.',
    'If you send it twice it counts twice: we have no way of knowing, and that is on purpose. So that nobody sends it hundreds of times, we count for a day how many come from one internet connection, under a code, without keeping which connection it was.',
  ],
  questions: {
    age: 'How old are you?',
    gender: 'Which describes you best?',
    trans: 'Do you consider yourself trans, or have a trans history?',
    ethnicGroup: 'What is your ethnic group?',
    religion: 'Which religion, faith or belief do you belong to?',
    orientation: 'Which describes your sexual orientation best?',
    disabled: 'Do you consider yourself to be disabled?',
    carer: 'Do you look after somebody without being paid for it?',
  } satisfies Record<EqualityQuestion, string>,
  choices: {
    age: {
      'under-16': 'Under 16',
      '16-24': '16 to 24',
      '25-34': '25 to 34',
      '35-44': '35 to 44',
      '45-54': '45 to 54',
      '55-64': '55 to 64',
      '65-74': '65 to 74',
      '75-': '75 or over',
      'not-said': preferNotToSay,
    },
    gender: { woman: 'Woman', man: 'Man', 'another-way': 'In another way', 'not-said': preferNotToSay },
    trans: { yes: 'Yes', no: 'No', 'not-said': preferNotToSay },
    ethnicGroup: {
      'white-scottish-british': 'White: Scottish or other British',
      'white-other': 'White: another group, such as Irish, Polish, Gypsy or Traveller, Roma',
      mixed: 'Mixed or multiple ethnic groups',
      asian: 'Asian, Scottish Asian or British Asian',
      african: 'African, Scottish African or British African',
      'caribbean-black': 'Caribbean or Black',
      'another-group': 'Another group, such as Arab or Sikh',
      'not-said': preferNotToSay,
    },
    religion: {
      none: 'None',
      'church-of-scotland': 'Church of Scotland',
      'roman-catholic': 'Roman Catholic',
      'other-christian': 'Another Christian church',
      muslim: 'Muslim',
      'another-religion': 'Another religion, faith or belief',
      'not-said': preferNotToSay,
    },
    orientation: {
      straight: 'Straight or heterosexual',
      'gay-lesbian': 'Gay or lesbian',
      bisexual: 'Bisexual',
      'another-way': 'In another way',
      'not-said': preferNotToSay,
    },
    disabled: { yes: 'Yes', no: 'No', 'not-said': preferNotToSay },
    carer: { yes: 'Yes', no: 'No', 'not-said': preferNotToSay },
  } satisfies Choices as Readonly<Record<EqualityQuestion, Readonly<Record<string, string>>>>,
  button: 'Send without my name',
  errors: { nothing: 'Choose at least one answer. If you would rather say nothing, you can simply close this page.' },
  thanks: { title: 'Thank you', text: 'Your answers are counted with those of everybody else. Nobody can tell that they are yours.' },
  tooMany: {
    title: 'Enough for today',
    text: 'We take only so many of these in a day from one internet connection. Nothing was kept. Send it tomorrow, or from another connection.',
  },
  closed: { title: 'This form is closed', text: 'The answers have been counted, or the event was called off. Nothing was kept.' },
} as const;
