import { defineForm, email, oneOf, text, yesNo } from '@convener/forms';
import { words } from '../words.en.ts';

const name = text({ what: 'what we should call you', max: 100, says: { missing: 'Enter what we should call you' } });
const organisation = text({ what: 'your organisation or group', max: 200, optional: true });
const comingAs = text({ what: 'what you are coming as', max: 200, optional: true });
const wantsReport = yesNo({ what: 'whether we shall send you the report', says: { missing: words.form.chooseReport } });

export const registerForm = defineForm({
  fields: { email: email({ what: 'your email address' }), name, organisation, comingAs, wantsReport },
});

export const detailsForm = defineForm({
  fields: { name, organisation, comingAs, wantsReport, format: oneOf({ what: 'how our letters shall look', from: ['html', 'text'] }) },
});

export const resendForm = defineForm({ fields: { email: email({ what: 'your email address' }) } });
