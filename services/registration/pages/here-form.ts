import { defineForm, email, text } from '@convener/forms';

export const hereForm = defineForm({
  fields: {
    code: text({ what: 'the code that is shown at the event', max: 20 }),
    email: email({ what: 'your email address' }),
  },
});
