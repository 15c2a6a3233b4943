import { defineForm, longText, text } from '@convener/forms';
import { oneLetterWords as words } from '../words.one-letter.en.ts';
import { onlyKnownFields } from './known-fields.ts';

export const oneLetterForm = defineForm({
  fields: {
    body: longText({ what: 'the letter', max: 5000, also: onlyKnownFields, says: { missing: words.missing } }),
    /** Of this sending, so that sending the form twice is one letter. */
    attempt: text({ what: 'the number of this sending', max: 60, optional: true }),
  },
});
