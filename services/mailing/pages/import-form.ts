import { defineForm, longText } from '@convener/forms';
import { organiseWords } from '../words.organise.en.ts';

const mostCharacters = 1_000_000;

export const importFields = defineForm({
  fields: {
    file: longText({ what: 'a file', optional: true, max: mostCharacters }),
    pasted: longText({ what: 'rows', optional: true, max: mostCharacters }),
  },
  rules: [({ file, pasted }) => (file || pasted ? undefined : { field: 'file', message: organiseWords.import.nothing })],
});
