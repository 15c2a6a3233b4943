import { cloneForm } from './pages/clone-form.ts';
import { eventForm, linkForm, speakerForm } from './pages/event-form.ts';
import { provisionsFormFor } from './pages/provisions-form.ts';
import { statementForm } from './pages/statement-form.ts';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = {
  createEvent: eventForm,
  saveEvent: eventForm,
  addSpeaker: speakerForm,
  changeSpeaker: speakerForm,
  changeLinks: linkForm,
  saveProvisions: provisionsFormFor({}),
  saveUsualProvisions: provisionsFormFor('none'),
  makeClone: cloneForm,
  saveStatement: statementForm,
};
