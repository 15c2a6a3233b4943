import {
  checkYourMail,
  confirm,
  confirmForm,
  enterPreferences,
  join,
  joinFormHandler,
  openPreferences,
  resend,
  resendForm,
  unsubscribe,
  unsubscribeForm,
} from './member-handlers.ts';
import { changePreferences, leave, leaveForm, left, preferences } from './preferences-handlers.ts';

/** The handlers of the public routes, by the names in the manifest. */
export const publicHandlers = {
  joinForm: joinFormHandler,
  join,
  checkYourMail,
  confirmForm,
  confirm,
  resendForm,
  resend,
  openPreferences,
  enterPreferences,
  preferences,
  changePreferences,
  leaveForm,
  leave,
  left,
  unsubscribeForm,
  unsubscribe,
};
