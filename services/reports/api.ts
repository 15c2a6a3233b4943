import { partForms, publishForm } from './pages/forms.ts';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = {
  saveIntroduction: partForms.introduction,
  saveContext: partForms.context,
  saveSpeaker: partForms.speaker,
  saveEnding: partForms.ending,
  saveSettings: partForms.settings,
  publish: publishForm,
};
