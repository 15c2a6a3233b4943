import { inviteForm, rolesForm } from './pages/forms.ts';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = { inviteOrganiser: inviteForm, changeOrganiser: rolesForm };
