import { defineForm, type FormValues, fill, integer, type Kept, longText, oneOf, severalOf, text, ticked, when } from '@convener/forms';
import {
  type Answer,
  answerFormats,
  type ConsentText,
  currentConsent,
  type Need,
  needKinds,
  type ReplyWish,
  usualReply,
  waysToTalk,
} from '../domain/need.ts';
import { words } from '../words.en.ts';

const { errors } = words.form;
/** Where we are to ring or write, we need to know where. */
const needNumber: readonly (string | undefined)[] = ['phone', 'text-message', 'relay'];

export const accessForm = defineForm({
  fields: {
    kinds: severalOf({ what: 'what would help', from: needKinds }),
    ownWords: longText({ what: 'what you wrote', optional: true }),
    talkFirst: ticked({ what: 'that we should talk first' }),
    talkHow: when({ field: 'talkFirst', is: [true] }, oneOf({ what: 'how we should talk to you', from: waysToTalk, optional: true })),
    talkWhen: when({ field: 'talkFirst', is: [true] }, text({ what: 'when it suits you', max: 300, optional: true })),
    answerFormat: oneOf({ what: 'how you would like our answer', from: answerFormats, optional: true }),
    answerPhone: when({ field: 'answerFormat', is: ['phone'] }, text({ what: 'the number to ring', max: 300, optional: true })),
    answerByMail: ticked({ what: 'that our answer may stand in the email itself' }),
    consent: ticked({ what: 'that we may keep this' }),
    /** The words that the page showed: agreeing to other words than these counts for nothing. */
    consentVersion: integer({ what: 'the version of the words that you agree to', optional: true }),
    version: integer({ what: 'the version of your answer', optional: true }),
  },
  // Rules rather than must-have fields, so that all that is missing is said at once.
  rules: [
    ({ kinds, ownWords, talkFirst }) =>
      kinds.length > 0 || ownWords || talkFirst ? undefined : { field: 'kinds', message: errors.nothing },
    ({ talkFirst, talkHow }) => (talkFirst && !talkHow ? { field: 'talkHow', message: errors.talkHow } : undefined),
    ({ talkHow, talkWhen }) => (needNumber.includes(talkHow) && !talkWhen ? { field: 'talkWhen', message: errors.talkWhen } : undefined),
    ({ answerFormat, answerPhone }) =>
      answerFormat === 'phone' && !answerPhone ? { field: 'answerPhone', message: errors.answerPhone } : undefined,
    ({ consent, consentVersion }) => {
      if (!consent) return { field: 'consent', message: errors.consent };
      return consentVersion === currentConsent.version ? undefined : { field: 'consent', message: errors.consentChanged };
    },
  ],
});

export interface Told {
  readonly answer: Answer;
  readonly reply: ReplyWish;
  readonly consent: ConsentText;
  readonly expectedVersion: number | undefined;
}

export function answerOf(values: FormValues<typeof accessForm>): Told {
  const { kinds, ownWords = '', talkHow, talkWhen = '', version } = values;
  const { answerFormat = usualReply.answerFormat, answerPhone = '', answerByMail } = values;
  const talkFirst = talkHow ? { how: talkHow, when: talkWhen } : undefined;
  const reply = { answerFormat, answerPhone, answerByMail };
  return { answer: { kinds, ownWords, talkFirst }, reply, consent: currentConsent, expectedVersion: version };
}

/** What was said before, in the form. The consent is never filled in: it is given anew for what is saved. */
export function keptOf(need: (Pick<Need, 'answer'> & ReplyWish) | undefined): Kept {
  if (!need) return {};
  const { kinds, ownWords, talkFirst } = need.answer;
  return fill(accessForm, {
    kinds,
    ownWords,
    talkFirst: talkFirst !== undefined,
    talkHow: talkFirst?.how,
    talkWhen: talkFirst?.when,
    answerFormat: need.answerFormat,
    answerPhone: need.answerPhone,
    answerByMail: need.answerByMail,
  });
}
