import { accessForm } from './pages/access-form.ts';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = { changeAccess: accessForm };
