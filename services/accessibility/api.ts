import { accessForm } from './pages/access-form.ts';
import {
  adjustmentForm,
  briefForm,
  budgetForm,
  linkForm,
  pressForm,
  removeSupplierForm,
  rungForm,
  sendBriefForm,
  supplierForm,
  tellingForm,
} from './pages/arranging-forms.ts';
import { askingForm } from './pages/asking-page.tsx';
import { byVoiceForm } from './pages/by-voice-form.ts';
import { equalityForm } from './pages/equality-page.tsx';
import { onTheDayForm } from './pages/on-the-day-page.tsx';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = {
  record: byVoiceForm,
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

/** What else they take, by the `action` that says so; without one the first is meant. */
export const requestActions = {
  changeAdjustment: [{ form: adjustmentForm }, { action: 'rung-off', form: pressForm }, { action: 'still-stands', form: pressForm }],
  arrangePerson: [
    { action: 'tell', form: tellingForm },
    { action: 'link', form: linkForm },
    { action: 'rung', form: rungForm },
  ],
  changeBrief: [
    { action: 'save', form: briefForm },
    { action: 'send', form: sendBriefForm },
  ],
  changeSuppliers: [
    { action: 'add', form: supplierForm },
    { action: 'remove', form: removeSupplierForm },
  ],
};
