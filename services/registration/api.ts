import { correctForm } from './pages/correct-form.ts';
import { answerForForm, enterForm } from './pages/enter-form.ts';
import { hereForm } from './pages/here-form.ts';
import { offerForm } from './pages/offer-form.ts';
import { choiceForm, participantListForm } from './pages/participants-form.ts';
import { moveForm, placesForm } from './pages/places-forms.ts';
import { addQuestionForm, editQuestionForm, moveQuestionForm, supportersForm } from './pages/question-form.ts';
import { detailsForm, registerForm, resendForm } from './pages/register-form.ts';

/** What the endpoints take, by handler: the very forms that read a page's post and a JSON body. */
export const requestForms = {
  register: registerForm,
  resend: resendForm,
  saveDetails: detailsForm,
  sayHere: hereForm,
  enterOne: enterForm,
  correctOne: correctForm,
  answerFor: answerForForm,
  saveChoice: choiceForm,
  saveParticipantList: participantListForm(),
  addQuestion: addQuestionForm,
  editQuestion: editQuestionForm,
  moveQuestion: moveQuestionForm,
  saveSupporters: supportersForm,
  answerOffer: offerForm,
  answerOfferAtPlace: offerForm,
  savePlaces: placesForm,
  moveOne: moveForm,
};
