import { importFields } from './pages/import-form.ts';
import { letterForm, timeForm } from './pages/letter-forms.ts';
import { moveForm, noteForm, reportForm, testForm } from './pages/mailing-forms.ts';
import { addressForm, joinForm, preferencesForm } from './pages/member-forms.ts';
import { oneLetterForm } from './pages/one-letter-form.ts';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = {
  join: joinForm,
  resend: addressForm,
  changePreferences: preferencesForm,
  importMembers: importFields,
  liftSuppression: addressForm,
  prepareReportMailing: reportForm,
  prepareNote: noteForm,
  writeOneLetter: oneLetterForm,
  moveMailing: moveForm,
  sendTest: testForm,
  changeLetter: letterForm,
  changeLetterTime: timeForm,
  testLetter: testForm,
};
