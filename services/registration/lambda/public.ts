import { httpFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import { saveAnswers, showAnswers } from '../handlers/answer-handlers.ts';
import { showData } from '../handlers/data-handlers.ts';
import { sayHere, showHere } from '../handlers/here-handlers.ts';
import { joinNow, showJoining } from '../handlers/join-handlers.ts';
import { calendarByLink, confirm, manage, showConfirm, showManage } from '../handlers/link-handlers.ts';
import { answerOffer, answerOfferAtPlace, showOffer } from '../handlers/offer-handlers.ts';
import { saveChoice, showChoice, showParticipants } from '../handlers/participant-handlers.ts';
import {
  calendar,
  cancelPlace,
  deletePlace,
  download,
  saveDetails,
  showCancel,
  showDelete,
  showDetails,
  showEnded,
  showPlace,
  signOut,
} from '../handlers/place-handlers.ts';
import { register, resend, showRegister, showResend, showSent } from '../handlers/register-handlers.ts';
import { saveStep, sendChecked, showCheck, showStep } from '../handlers/register-steps.ts';
import { registration } from '../service.ts';

/** Lets people register, confirm, see and change their own place. */
export const handler = httpFunction({
  service: registration,
  lambda: 'public',
  handlers: {
    showRegister,
    register,
    showStep,
    saveStep,
    showCheck,
    sendChecked,
    showSent,
    showResend,
    resend,
    showConfirm,
    confirm,
    showManage,
    manage,
    calendarByLink,
    showPlace,
    calendar,
    showDetails,
    saveDetails,
    showAnswers,
    saveAnswers,
    showCancel,
    cancelPlace,
    download,
    showDelete,
    deletePlace,
    signOut,
    showEnded,
    showParticipants,
    showChoice,
    saveChoice,
    showData,
    showHere,
    sayHere,
    joinNow,
    showOffer,
    answerOffer,
    answerOfferAtPlace,
    showJoining,
  },
  dependencies: publicDependencies,
});
