import { defineForm, email, longText, oneOf, severalOf, text } from '@convener/forms';
import { languages } from '../domain/member.ts';
import { streams } from '../domain/streams.ts';

const about = {
  name: text({ what: 'what we should call you', optional: true, max: 100 }),
  interests: longText({ what: 'what you are interested in', optional: true, max: 1000 }),
  format: oneOf({ what: 'how our letters should look', from: ['html', 'text'] }),
  language: oneOf({ what: 'which language you prefer', from: languages }),
} as const;

export const joinForm = defineForm({ fields: { email: email({ what: 'your email address' }), ...about } });

export const preferencesForm = defineForm({
  fields: { streams: severalOf({ what: 'what you would like to receive', from: streams }), ...about },
});

export const addressForm = defineForm({ fields: { email: email({ what: 'your email address' }) } });
