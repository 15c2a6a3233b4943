import { byHandForm, moderateForm, notesForm, reflectForm, roomsForm, themeForm } from './pages/forms.ts';

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
