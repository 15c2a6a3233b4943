import { accessForm } from './pages/access-form.ts';
import { adjustmentForm, briefForm, budgetForm, supplierForm, tellingForm } from './pages/arranging-forms.ts';
import { askingForm } from './pages/asking-page.tsx';
import { equalityForm } from './pages/equality-page.tsx';
import { onTheDayForm } from './pages/on-the-day-page.tsx';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = {
  createAdjustment: adjustmentForm,
  changeAdjustment: adjustmentForm,
  arrangePerson: tellingForm,
  changeBudget: budgetForm,
  changeBrief: briefForm,
  changeSuppliers: supplierForm,
  changeAccess: accessForm,
  changeAsking: askingForm,
  openDoor: onTheDayForm,
  takeEquality: equalityForm,
};
