import { defineForm, integer, longText, oneOf } from '@convener/forms';
import { answerWords } from '../words.answer.en.ts';

/** What somebody says to our answer. */
export const replyForm = defineForm({
  fields: {
    works: oneOf({ what: 'whether this works for you', from: ['yes', 'no'], says: { missing: answerWords.choose } }),
    replyWords: longText({ what: 'what would work better', optional: true }),
    answerVersion: integer({ what: 'the version of the answer that you read', min: 1 }),
  },
});
