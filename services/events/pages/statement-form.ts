import { defineForm, integer, markdown } from '@convener/forms';

/** An organisers' statement. `version` is the number of the one that was on the page; a program may leave it out. */
export const statementForm = defineForm({
  fields: {
    text: markdown({ what: 'a text', max: 20_000 }),
    version: integer({ what: 'the version that you changed', optional: true }),
  },
});
