import { defineForm, oneOf } from '@convener/forms';

/** What can be answered to an offer; `open` only opens one's own place. */
export const offerForm = defineForm({
  fields: { answer: oneOf({ what: 'what you would like', from: ['take', 'decline', 'rejoin', 'open'] }) },
});
