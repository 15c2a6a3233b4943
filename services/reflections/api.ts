import { byHandForm, moderateForm, notesForm, reflectForm, roomsForm, themeForm } from './pages/forms.ts';
import { assignForm, orderForm, stepForm } from './pages/themes-forms.ts';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = {
  reflect: reflectForm,
  changeOwn: reflectForm,
  takeNotes: notesForm,
  changeRooms: roomsForm,
  addReflection: byHandForm,
  moderate: moderateForm,
  addTheme: themeForm,
  changeTheme: themeForm,
};

/** What else they take: without `action` the first is meant. */
export const requestActions = {
  assignThemes: [{ form: assignForm }],
  orderThemes: [{ form: orderForm }, { form: stepForm }],
};
