import { defineForm, integer, longText, oneOf, text, yesNo } from '@convener/forms';
import { mostAmount, timingUnits } from '../domain/around.ts';
import { type EditableLetter, isUnproven } from '../domain/letter-texts.ts';
import { lettersWords } from '../words.letters.en.ts';
import { onlyFieldsWithoutName, onlyKnownFields } from './known-fields.ts';

/** An organiser's own words for a letter, to look at or to keep. */
export const letterForm = wordsWith(onlyKnownFields);
const unprovenForm = wordsWith(onlyFieldsWithoutName);

/** The form for the words of this letter. */
export function formOfWords(letter: EditableLetter): typeof letterForm {
  return isUnproven(letter) ? unprovenForm : letterForm;
}

function wordsWith(also: (value: string) => string | undefined) {
  return defineForm({
    fields: {
      subject: text({ what: 'a subject', max: 150, also }),
      body: longText({ what: 'what the letter says', max: 5000, also }),
      do: oneOf({ what: 'what to do', from: ['save', 'preview'], optional: true }),
    },
  });
}

export const timeForm = defineForm({
  fields: {
    goes: yesNo({ what: 'whether it goes', says: { missing: lettersWords.time.missing } }),
    amount: integer({ what: 'how many', min: 1, max: mostAmount }),
    unit: oneOf({ what: 'days or hours', from: timingUnits }),
  },
});
