import { defineForm, email, longText, oneOf, severalOf, text } from '@convener/forms';
import { mailingWords } from '../words.mailings.en.ts';
import { onlyKnownFields } from './known-fields.ts';

export const reportForm = defineForm({
  fields: {
    audience: severalOf({
      what: 'who should get it',
      from: ['attendees', 'members'],
      min: 1,
      says: { missing: mailingWords.report.nobody },
    }),
  },
});

export const noteForm = defineForm({
  fields: {
    to: oneOf({ what: 'who should get it', from: ['confirmed', 'waitlisted', 'both', 'attended'] }),
    subject: text({ what: 'a subject', max: 150, also: onlyKnownFields }),
    body: longText({ what: 'the letter', max: 10_000, also: onlyKnownFields }),
  },
});

export const testForm = defineForm({ fields: { email: email({ what: 'your email address' }) } });

export const moveForm = defineForm({ fields: { command: oneOf({ what: 'what to do', from: ['start', 'pause', 'resume', 'discard'] }) } });
