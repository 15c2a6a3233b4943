import { defineForm, type FormValues, fill, integer, type Kept, longText, oneOf, severalOf, text, ticked, when } from '@convener/forms';
import { type Answer, answerFormats, type Need, needKinds, type ReplyWish, spokenConsent, type WayTold, waysTold } from '../domain/need.ts';
import { byVoiceWords } from '../words.by-voice.en.ts';

const { errors } = byVoiceWords;

/** What a coordinator writes down of what somebody told them. */
export const byVoiceForm = defineForm({
  fields: {
    registrationId: text({ what: 'who told you', max: 100 }),
    kinds: severalOf({ what: 'what would help', from: needKinds }),
    ownWords: longText({ what: 'what they said', optional: true }),
    how: oneOf({ what: 'how they told you', from: waysTold }),
    answerFormat: oneOf({ what: 'how they would like our answer', from: answerFormats }),
    answerPhone: when({ field: 'answerFormat', is: ['phone'] }, text({ what: 'the number to ring', max: 300, optional: true })),
    consent: ticked({ what: 'that they agree' }),
    /** The words that the page showed: what was read out otherwise was agreed to by nobody. */
    consentVersion: integer({ what: 'the version of the words that were read out', optional: true }),
    version: integer({ what: 'the version of their answer', optional: true }),
  },
  rules: [
    ({ kinds, ownWords }) => (kinds.length > 0 || ownWords ? undefined : { field: 'kinds', message: errors.nothing }),
    ({ answerFormat, answerPhone }) =>
      answerFormat === 'phone' && !answerPhone ? { field: 'answerPhone', message: errors.phone } : undefined,
    ({ consent, consentVersion }) => {
      if (!consent) return { field: 'consent', message: errors.consent };
      return consentVersion === spokenConsent.version ? undefined : { field: 'consent', message: errors.changed };
    },
  ],
});

export interface WrittenDown {
  readonly registrationId: string;
  readonly answer: Answer;
  readonly reply: ReplyWish;
  readonly how: WayTold;
  readonly expectedVersion: number;
}

/**
 * What they told before is written over only by who saw it: a version that is not said is that of nothing.
 * Whoever has told it has talked: nothing is left of a wish to talk first. The answer itself goes into no mail by somebody else's word.
 */
export function writtenDownOf(values: FormValues<typeof byVoiceForm>): WrittenDown {
  const { registrationId, kinds, ownWords = '', how, answerFormat, answerPhone = '', version } = values;
  const answer = { kinds, ownWords, talkFirst: undefined };
  return { registrationId, answer, reply: { answerFormat, answerPhone, answerByMail: false }, how, expectedVersion: version ?? 0 };
}

/** What they said before, to be changed with them; who says something first, and has no page of their own, is usually rung. */
export function keptByVoice(registrationId: string | undefined, need: Need | undefined): Kept {
  return fill(byVoiceForm, {
    ...(registrationId ? { registrationId } : {}),
    kinds: need?.answer.kinds ?? [],
    ownWords: need?.answer.ownWords ?? '',
    answerFormat: need?.answerFormat ?? 'phone',
    answerPhone: need?.answerPhone ?? '',
  });
}
